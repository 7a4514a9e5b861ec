package makerdeck.backpack.client.stream;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import makerdeck.backpack.client.SteppedNanos;
import org.junit.jupiter.api.Test;

class StalenessDetectorTest {

    private final SteppedNanos nanos = new SteppedNanos(0);
    private final StalenessDetector silence = new StalenessDetector(nanos);

    private void beSilentFor(Duration time) {
        silence.broken();
        nanos.advance(time);
    }

    @Test
    void asksOnceAfterASilentSecond() {
        beSilentFor(Duration.ofMillis(999));
        assertFalse(silence.wantsToAsk());

        nanos.advance(Duration.ofMillis(1));

        assertTrue(silence.wantsToAsk());
        assertFalse(silence.wantsToAsk());
    }

    @Test
    void isDeafWhenTheVenueIsAheadAndASecondBringsNothing() {
        beSilentFor(Duration.ofSeconds(1));
        assertTrue(silence.wantsToAsk());

        silence.behind(101);
        nanos.advance(Duration.ofMillis(999));
        assertFalse(silence.isDeaf(100));
        nanos.advance(Duration.ofMillis(1));

        assertTrue(silence.isDeaf(100));
    }

    @Test
    void isNotDeafOnceItHasCaughtUp() {
        beSilentFor(Duration.ofSeconds(1));
        assertTrue(silence.wantsToAsk());
        silence.behind(101);

        silence.broken();
        nanos.advance(Duration.ofSeconds(2));

        assertFalse(silence.isDeaf(101));
    }

    @Test
    void asksAgainWhenNobodyAnswersAndGivesUpAfterThreeSeconds() {
        beSilentFor(Duration.ofSeconds(1));
        assertTrue(silence.wantsToAsk());
        assertFalse(silence.unanswered());
        assertFalse(silence.wantsToAsk());

        nanos.advance(Duration.ofMillis(500));
        assertTrue(silence.wantsToAsk());
        assertFalse(silence.unanswered());
        nanos.advance(Duration.ofMillis(1500));

        assertTrue(silence.wantsToAsk());
        assertTrue(silence.unanswered());
    }

    @Test
    void asksAgainWhenAQuietMarketStaysQuiet() {
        beSilentFor(Duration.ofSeconds(1));
        assertTrue(silence.wantsToAsk());

        beSilentFor(Duration.ofSeconds(1));

        assertTrue(silence.wantsToAsk());
    }
}
