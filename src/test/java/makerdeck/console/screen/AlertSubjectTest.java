package makerdeck.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import makerdeck.command.ScreenName;
import makerdeck.console.SampleDesk;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.Severity;
import org.junit.jupiter.api.Test;

class AlertSubjectTest {

    private static final Alert SLOW = alert(Message.of("engine.came-late"));

    private static Alert alert(Message text) {
        return new Alert(SampleDesk.NOON, Severity.WARN, text, 1);
    }

    @Test
    void anAlertAboutOrdersLeadsToThem() {
        var resting = alert(Message.of("engine.resting.alarm", "B1", "x"));
        var within = alert(Message.of("engine.halt.alarm", Message.of("engine.leftover", 3)));

        assertEquals(ScreenName.ORDERS, AlertSubject.screen(resting));
        assertEquals(ScreenName.ORDERS, AlertSubject.screen(within));
    }

    @Test
    void ofSeveralTheOneThatIsShownIsOpenedWhateverTheOthersSpeakOf() {
        var resting = alert(Message.of("engine.resting.alarm", "B1", "x"));
        var halted = new Alert(SampleDesk.NOON, Severity.CRITICAL, Message.of("engine.halt.alarm", "loss"), 1);

        for (var alerts : List.of(List.of(resting, halted), List.of(halted, resting), List.of(resting, SLOW))) {
            assertEquals(
                    ScreenName.ALERTS, AlertSubject.screen(Alert.gravest(alerts).orElseThrow()));
        }
    }

    @Test
    void anyOtherIsReadInFull() {
        assertEquals(ScreenName.ALERTS, AlertSubject.screen(SLOW));
    }
}
