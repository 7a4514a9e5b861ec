package makerdeck.engine.orders;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderAbsenceTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final Duration APART = Duration.ofSeconds(2);

    private final OrderAbsence absence = new OrderAbsence();

    @Test
    void isProvedByTwoReadingsFarEnoughApartThatBothCount() {
        assertFalse(absence.isProved(NOON, APART));

        absence.doubted(NOON);

        assertFalse(absence.isProved(NOON.minusMillis(1), APART));
        assertFalse(absence.isProved(NOON, APART));
        assertFalse(absence.isProved(NOON.plusMillis(1_999), APART));
        assertTrue(absence.isProved(NOON.plusMillis(2_000), APART));
    }

    @Test
    void beginsAnewWhenItIsShownInBetween() {
        absence.doubted(NOON);
        assertFalse(absence.isProved(NOON, APART));

        absence.clear();

        assertFalse(absence.isProved(NOON.plusSeconds(3), APART));
        assertTrue(absence.isProved(NOON.plusSeconds(5), APART));
    }

    @Test
    void ofAListingCountsOnlyWhenTheNextWasAskedForAfterTheFirstWithoutIt() {
        assertFalse(absence.missed(NOON, NOON.plusMillis(100)));
        assertTrue(absence.isMissed());
        assertFalse(absence.missed(NOON.plusMillis(50), NOON.plusMillis(150)));
        assertTrue(absence.missed(NOON.plusMillis(101), NOON.plusMillis(200)));

        absence.listed();
        assertFalse(absence.isMissed());
    }
}
