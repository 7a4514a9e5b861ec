package makerdeck.engine.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the operator must see is a sentence; numbers that only look-ups need are in the log. */
class AlertSentencesTest {

    /** A client id of the desk, or a number of the venue's as long. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{8,}");

    private static final Pattern LIST = Pattern.compile("([AB][0-9]+[^AB]{1,40}){3}");
    private static final int LONGEST = 260;

    private static List<Message> alerts(Bench bench) {
        return bench.snapshot().alerts().stream().map(Alert::text).toList();
    }

    private static List<String> logged(Bench bench) {
        return bench.snapshot().log().stream()
                .filter(event -> event.kind() == DeskEvent.Kind.ALERT)
                .map(event -> Spoken.ENGLISH.say(event.text()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void noFaultMakesAnAlertOfNumbersOrOfAListOfOrders(Fault fault) {
        var bench = Bench.seeded(fault.ordinal()).started();
        bench.pass(Duration.ofSeconds(3));
        bench.venue.faults.add(fault);
        bench.hit(Side.BID);
        bench.book("150.09", "150.11");
        bench.pass(Duration.ofSeconds(25));

        for (var alert : alerts(bench)) {
            for (var speech : List.of(Spoken.ENGLISH, Spoken.CHINESE)) {
                var said = speech.say(alert);
                assertFalse(NUMBER.matcher(said).find(), said);
                assertFalse(LIST.matcher(said).find(), said);
                assertTrue(said.length() <= LONGEST, said);
            }
        }
    }

    @Test
    void ordersThatMayRestAreCountedInTheAlertAndNamedInTheLog() {
        var bench = new Bench().started();
        bench.venue.faults.add(Fault.KEY_REFUSED);
        bench.book("150.09", "150.11");
        bench.pass(Duration.ofSeconds(1));

        var alarm = Keys.saying(alerts(bench), "engine.resting.alarm").get(0);
        var named = Keys.within(
                bench.told(DeskEvent.Kind.ALERT, "engine.resting.alarm").get(0), "engine.resting.order");
        assertTrue(named.size() >= 6, named::toString);
        assertEquals(
                Message.count("engine.orders", named.size()), alarm.values().get(0));
        for (var order : bench.resting()) {
            var id = order.clientId();
            assertTrue(
                    logged(bench).stream()
                            .anyMatch(line -> line.contains(String.valueOf(id == null ? "?" : id.value()))),
                    () -> logged(bench).toString());
        }
    }

    @Test
    void anAlertThatSaysTheSameOfOtherOrdersIsOneAlertAndALineOfTheLogEach() {
        var told = new ArrayList<DeskEvent>();
        var log = new EventLog(told::add);
        var at = Bench.START;
        var text = Message.of("engine.leftover");
        log.alertAbout(at, Severity.WARN, text, Message.plain("17"));
        log.alertAbout(at, Severity.WARN, text, Message.plain("18"));
        log.alertAbout(at, Severity.WARN, text, Message.plain("18"));

        assertEquals(List.of(new Alert(at, Severity.WARN, text, 3)), log.alerts());
        assertEquals(2, told.size());
        assertEquals(
                Message.of("engine.alert.about", text, Message.plain("17")),
                told.get(0).text());
    }
}
