package makerdeck.engine.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final Instant NOON = Instant.parse("2027-01-02T12:00:00Z");

    private final List<DeskEvent> told = new ArrayList<>();
    private final EventLog log = new EventLog(told::add);

    /** Letters alone: numbers make no other cause. */
    private static String word(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    @Test
    void aCriticalAlertNeverLeavesUnacknowledged() {
        log.alert(NOON, Severity.CRITICAL, Message.plain("orders may rest"));

        for (int i = 0; i < 200; i++) {
            log.alert(NOON, i % 2 == 0 ? Severity.WARN : Severity.INFO, Message.plain("another cause " + word(i)));
        }

        assertEquals(
                new Alert(NOON, Severity.CRITICAL, Message.plain("orders may rest"), 1),
                log.alerts().get(0));
        assertEquals(50, log.alerts().size());
        assertEquals(201, told.size());
    }

    @Test
    void theLeastGraveOfAFullListMakesRoomAndTheOldestOfThem() {
        log.alert(NOON, Severity.WARN, Message.plain("first"));
        for (int i = 0; i < 49; i++) {
            log.alert(NOON, Severity.CRITICAL, Message.plain("grave " + i));
        }

        log.alert(NOON, Severity.CRITICAL, Message.plain("last"));

        assertEquals(50, log.alerts().size());
        assertEquals("grave 0", Spoken.english(log.alerts().get(0).text()));
        log.alert(NOON, Severity.WARN, Message.plain("no room"));
        log.alert(NOON, Severity.CRITICAL, Message.plain("always room"));
        assertEquals(51, log.alerts().size());
        assertEquals("always room", Spoken.english(log.alerts().get(50).text()));
    }

    private static Message silent(String stream, int seconds) {
        return Message.of("engine.gate.down." + stream, Message.of("client.silent", seconds));
    }

    @Test
    void oneCauseIsOneAlertThatCountsAndSaysTheLatest() {
        log.alert(NOON, Severity.WARN, silent("account", 3));
        log.alert(NOON.plusSeconds(9), Severity.WARN, silent("account", 12));
        log.alert(NOON.plusSeconds(9), Severity.WARN, silent("depth", 12));

        assertEquals(
                List.of(
                        new Alert(NOON.plusSeconds(9), Severity.WARN, silent("account", 12), 2),
                        new Alert(NOON.plusSeconds(9), Severity.WARN, silent("depth", 12), 1)),
                log.alerts());
        assertEquals(3, told.size());
    }

    @Test
    void whatIsCriticalIsToldApartByItsNumbersToo() {
        log.alert(NOON, Severity.CRITICAL, Message.of("engine.exposed", 17));
        log.alert(NOON, Severity.CRITICAL, Message.of("engine.exposed", 18));
        log.alert(NOON, Severity.CRITICAL, Message.of("engine.exposed", 18));

        assertEquals(
                List.of(
                        new Alert(NOON, Severity.CRITICAL, Message.of("engine.exposed", 17), 1),
                        new Alert(NOON, Severity.CRITICAL, Message.of("engine.exposed", 18), 2)),
                log.alerts());
    }
}
