package makerdeck.engine.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.Severity;
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
        log.alert(NOON, Severity.CRITICAL, "orders may rest");

        for (int i = 0; i < 200; i++) {
            log.alert(NOON, i % 2 == 0 ? Severity.WARN : Severity.INFO, "another cause " + word(i));
        }

        assertEquals(
                new Alert(NOON, Severity.CRITICAL, "orders may rest", 1),
                log.alerts().get(0));
        assertEquals(50, log.alerts().size());
        assertEquals(201, told.size());
    }

    @Test
    void theLeastGraveOfAFullListMakesRoomAndTheOldestOfThem() {
        log.alert(NOON, Severity.WARN, "first");
        for (int i = 0; i < 49; i++) {
            log.alert(NOON, Severity.CRITICAL, "grave " + i);
        }

        log.alert(NOON, Severity.CRITICAL, "last");

        assertEquals(50, log.alerts().size());
        assertEquals("grave 0", log.alerts().get(0).text());
        log.alert(NOON, Severity.WARN, "no room");
        log.alert(NOON, Severity.CRITICAL, "always room");
        assertEquals(51, log.alerts().size());
        assertEquals("always room", log.alerts().get(50).text());
    }

    @Test
    void oneCauseIsOneAlertThatCountsAndSaysTheLatest() {
        log.alert(NOON, Severity.WARN, "account stream silent for 3.1 s");
        log.alert(NOON.plusSeconds(9), Severity.WARN, "account stream silent for 12 s");
        log.alert(NOON.plusSeconds(9), Severity.WARN, "depth stream silent for 12 s");

        assertEquals(
                List.of(
                        new Alert(NOON.plusSeconds(9), Severity.WARN, "account stream silent for 12 s", 2),
                        new Alert(NOON.plusSeconds(9), Severity.WARN, "depth stream silent for 12 s", 1)),
                log.alerts());
        assertEquals(3, told.size());
    }

    @Test
    void whatIsCriticalIsToldApartByItsNumbersToo() {
        log.alert(NOON, Severity.CRITICAL, "order 17 may rest");
        log.alert(NOON, Severity.CRITICAL, "order 18 may rest");
        log.alert(NOON, Severity.CRITICAL, "order 18 may rest");

        assertEquals(
                List.of(
                        new Alert(NOON, Severity.CRITICAL, "order 17 may rest", 1),
                        new Alert(NOON, Severity.CRITICAL, "order 18 may rest", 2)),
                log.alerts());
    }
}
