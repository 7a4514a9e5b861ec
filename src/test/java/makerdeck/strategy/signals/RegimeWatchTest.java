package makerdeck.strategy.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegimeWatchTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final RegimeWatch watch = new RegimeWatch();

    private void see(long second, double percentPerDay) {
        watch.update(NOON.plusSeconds(second), percentPerDay);
    }

    private void assertRegime(Regime expected) {
        assertEquals(Optional.of(expected), watch.regime());
    }

    @ParameterizedTest
    @CsvSource({"0, LOW", "1.99, LOW", "2, MID", "5, MID", "5.01, HIGH", "40, HIGH"})
    void startsWithTheRegimeItSees(double percentPerDay, Regime regime) {
        see(0, percentPerDay);

        assertRegime(regime);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2.19, LOW",
        "1, 2.21, MID",
        "1, 5.6, HIGH",
        "3, 1.81, MID",
        "3, 1.79, LOW",
        "3, 5.49, MID",
        "3, 5.51, HIGH",
        "6, 4.51, HIGH",
        "6, 4.49, MID",
        "6, 1.7, LOW"
    })
    void changesOnlyForAClearReason(double before, double after, Regime regime) {
        see(0, before);
        see(10, after);
        see(70, after);

        assertRegime(regime);
    }

    @Test
    void changesOnlyForALastingReason() {
        see(0, 1);
        see(10, 3);
        see(69, 3);
        assertRegime(Regime.LOW);

        see(70, 3);
        assertRegime(Regime.MID);
    }

    @Test
    void aReasonThatGoesAwayIsForgotten() {
        see(0, 1);
        see(10, 3);
        see(40, 1);
        see(60, 3);
        see(119, 3);

        assertRegime(Regime.LOW);
    }

    @Test
    void anotherReasonStartsItsOwnTime() {
        see(0, 1);
        see(10, 3);
        see(40, 6);
        see(75, 6);
        assertRegime(Regime.LOW);

        see(100, 6);
        assertRegime(Regime.HIGH);
    }

    @Test
    void everyRegimeHasItsPreset() {
        assertEquals("low-vol", Regime.LOW.preset());
        assertEquals("mid-vol", Regime.MID.preset());
        assertEquals("high-vol", Regime.HIGH.preset());
    }
}
