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
    private final EventLog diary = new EventLog(told::add);

    /** Letters alone: numbers make no other cause. */
    private static String word(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    @Test
    void aCriticalAlertNeverLeavesUnacknowledged() {
        diary.alert(NOON, Severity.CRITICAL, "orders may rest");

        for (int i = 0; i < 200; i++) {
            diary.alert(NOON, i % 2 == 0 ? Severity.WARN : Severity.INFO, "another cause " + word(i));
        }

        assertEquals(
                new Alert(NOON, Severity.CRITICAL, "orders may rest", 1),
                diary.alerts().get(0));
        assertEquals(50, diary.alerts().size());
        assertEquals(201, told.size());
    }

    @Test
    void theLeastGraveOfAFullListMakesRoomAndTheOldestOfThem() {
        diary.alert(NOON, Severity.WARN, "first");
        for (int i = 0; i < 49; i++) {
            diary.alert(NOON, Severity.CRITICAL, "grave " + i);
        }

        diary.alert(NOON, Severity.CRITICAL, "last");

        assertEquals(50, diary.alerts().size());
        assertEquals("grave 0", diary.alerts().get(0).text());
        diary.alert(NOON, Severity.WARN, "no room");
        diary.alert(NOON, Severity.CRITICAL, "always room");
        assertEquals(51, diary.alerts().size());
        assertEquals("always room", diary.alerts().get(50).text());
    }

    @Test
    void oneCauseIsOneAlertThatCountsAndSaysTheLatest() {
        diary.alert(NOON, Severity.WARN, "account stream silent for 3.1 s");
        diary.alert(NOON.plusSeconds(9), Severity.WARN, "account stream silent for 12 s");
        diary.alert(NOON.plusSeconds(9), Severity.WARN, "depth stream silent for 12 s");

        assertEquals(
                List.of(
                        new Alert(NOON.plusSeconds(9), Severity.WARN, "account stream silent for 12 s", 2),
                        new Alert(NOON.plusSeconds(9), Severity.WARN, "depth stream silent for 12 s", 1)),
                diary.alerts());
        assertEquals(3, told.size());
    }

    @Test
    void whatIsCriticalIsToldApartByItsNumbersToo() {
        diary.alert(NOON, Severity.CRITICAL, "order 17 may rest");
        diary.alert(NOON, Severity.CRITICAL, "order 18 may rest");
        diary.alert(NOON, Severity.CRITICAL, "order 18 may rest");

        assertEquals(
                List.of(
                        new Alert(NOON, Severity.CRITICAL, "order 17 may rest", 1),
                        new Alert(NOON, Severity.CRITICAL, "order 18 may rest", 2)),
                diary.alerts());
    }
}
