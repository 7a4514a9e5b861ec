package makerdeck.backpack.client.stream;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import makerdeck.backpack.client.SteppedNanos;
import org.junit.jupiter.api.Test;

class StalenessDetectorTest {

    private final SteppedNanos nanos = new SteppedNanos(0);
    private final StalenessDetector staleness = new StalenessDetector(nanos);

    private void beSilentFor(Duration time) {
        staleness.broken();
        nanos.advance(time);
    }

    @Test
    void asksOnceAfterASilentSecond() {
        beSilentFor(Duration.ofMillis(999));
        assertFalse(staleness.wantsToAsk());

        nanos.advance(Duration.ofMillis(1));

        assertTrue(staleness.wantsToAsk());
        assertFalse(staleness.wantsToAsk());
    }

    @Test
    void isDeafWhenTheVenueIsAheadAndASecondBringsNothing() {
        beSilentFor(Duration.ofSeconds(1));
        assertTrue(staleness.wantsToAsk());

        staleness.behind(101);
        nanos.advance(Duration.ofMillis(999));
        assertFalse(staleness.isDeaf(100));
        nanos.advance(Duration.ofMillis(1));

        assertTrue(staleness.isDeaf(100));
    }

    @Test
    void isNotDeafOnceItHasCaughtUp() {
        beSilentFor(Duration.ofSeconds(1));
        assertTrue(staleness.wantsToAsk());
        staleness.behind(101);

        staleness.broken();
        nanos.advance(Duration.ofSeconds(2));

        assertFalse(staleness.isDeaf(101));
    }

    @Test
    void asksAgainWhenNobodyAnswersAndGivesUpAfterThreeSeconds() {
        beSilentFor(Duration.ofSeconds(1));
        assertTrue(staleness.wantsToAsk());
        assertFalse(staleness.unanswered());
        assertFalse(staleness.wantsToAsk());

        nanos.advance(Duration.ofMillis(500));
        assertTrue(staleness.wantsToAsk());
        assertFalse(staleness.unanswered());
        nanos.advance(Duration.ofMillis(1500));

        assertTrue(staleness.wantsToAsk());
        assertTrue(staleness.unanswered());
    }

    @Test
    void asksAgainWhenAQuietMarketStaysQuiet() {
        beSilentFor(Duration.ofSeconds(1));
        assertTrue(staleness.wantsToAsk());

        beSilentFor(Duration.ofSeconds(1));

        assertTrue(staleness.wantsToAsk());
    }
}
