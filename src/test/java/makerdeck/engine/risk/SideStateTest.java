package makerdeck.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.venue.Refusal;
import org.junit.jupiter.api.Test;

class SideStateTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private final SideState sideState = new SideState(Side.BID);
    private Instant now = NOON;

    private void refuse(Refusal why) {
        sideState.refused(why, Message.plain("refused"), now);
    }

    private void assertWaits(Duration length) {
        assertFalse(sideState.blockReason(now.plus(length).minusMillis(1)).isEmpty());
        assertEquals("", Keys.of(sideState.blockReason(now.plus(length))));
        now = now.plus(length);
    }

    @Test
    @FaultRow("17")
    void triesAPostOnlyOrderThreeTimesAndThenPauses() {
        refuse(Refusal.POST_ONLY_WOULD_TAKE);
        assertWaits(Duration.ofMillis(50));
        refuse(Refusal.POST_ONLY_WOULD_TAKE);
        assertWaits(Duration.ofMillis(200));
        refuse(Refusal.POST_ONLY_WOULD_TAKE);
        assertWaits(Duration.ofMillis(1000));

        var line = sideState.refused(Refusal.POST_ONLY_WOULD_TAKE, Message.plain("would take"), now);

        assertEquals(
                "engine.refused.side[engine.quotes.bid, engine.refused.again[engine.refused.by.post-only-would-take[message.plain[would take]], 4, 30s]]",
                Keys.of(line.orElseThrow()));
        assertEquals(
                "engine.refused.again[engine.refused.by.post-only-would-take[message.plain[would take]], 4, 30s]",
                Keys.of(sideState.blockReason(now)));
        assertWaits(Duration.ofSeconds(30));
    }

    @Test
    void countsTheRefusalsOfOneRequestOnce() {
        refuse(Refusal.POST_ONLY_WOULD_TAKE);
        refuse(Refusal.POST_ONLY_WOULD_TAKE);
        refuse(Refusal.POST_ONLY_WOULD_TAKE);

        assertWaits(Duration.ofMillis(50));
    }

    @Test
    void beginsAnewAfterAnOrderWasAccepted() {
        refuse(Refusal.POST_ONLY_WOULD_TAKE);
        now = now.plusMillis(50);
        sideState.accepted();

        refuse(Refusal.POST_ONLY_WOULD_TAKE);

        assertWaits(Duration.ofMillis(50));
    }

    @Test
    void waitsLongerEachTimeTheVenueIsBusy() {
        refuse(Refusal.RATE_LIMIT);
        assertWaits(Duration.ofSeconds(4));
        refuse(Refusal.RATE_LIMIT);

        assertWaits(Duration.ofSeconds(8));
    }

    @Test
    @FaultRow("18")
    void halvesItsSizesEachTimeMoneyIsMissingAndForgetsItAfterAMinute() {
        assertEquals(0, sideState.halvings(now));
        refuse(Refusal.INSUFFICIENT_FUNDS);
        assertEquals(1, sideState.halvings(now));
        now = now.plusSeconds(1);
        refuse(Refusal.INSUFFICIENT_FUNDS);

        assertEquals(2, sideState.halvings(now.plusSeconds(60)));
        assertEquals(0, sideState.halvings(now.plusSeconds(61)));
    }

    @Test
    void halvesItsSizesThreeTimesAtMost() {
        for (int i = 0; i < 6; i++) {
            refuse(Refusal.INSUFFICIENT_FUNDS);
            now = now.plusSeconds(31);
        }

        assertEquals(3, sideState.halvings(now));
    }

    @Test
    void aRefusalOfAnotherKindIsTheFirstOfItsKind() {
        refuse(Refusal.POST_ONLY_WOULD_TAKE);
        assertWaits(Duration.ofMillis(50));
        refuse(Refusal.POST_ONLY_WOULD_TAKE);
        assertWaits(Duration.ofMillis(200));
        refuse(Refusal.INVALID_ORDER);
        assertWaits(Duration.ofSeconds(1));

        refuse(Refusal.POST_ONLY_WOULD_TAKE);

        assertWaits(Duration.ofMillis(50));
    }

    @Test
    void countsAnewAfterALongPause() {
        for (int i = 0; i < 4; i++) {
            refuse(Refusal.INVALID_ORDER);
            now = now.plusSeconds(1);
        }
        now = now.plusSeconds(30);

        refuse(Refusal.INVALID_ORDER);

        assertWaits(Duration.ofSeconds(1));
    }

    @Test
    void resumingForgetsWhatTheSideWaitedFor() {
        sideState.hold(2);
        refuse(Refusal.INSUFFICIENT_FUNDS);

        sideState.resume();

        assertEquals(Set.of(), sideState.held());
        assertFalse(sideState.isBlocked(now));
        assertEquals(0, sideState.halvings(now));
    }

    @Test
    void keepsAFilledLayerEmptyForASecond() {
        sideState.filled(2, NOON);

        assertTrue(sideState.isCooling(2, NOON.plusMillis(999)));
        assertFalse(sideState.isCooling(1, NOON));
        assertFalse(sideState.isCooling(2, NOON.plusSeconds(1)));
    }

    @Test
    void endsAPauseByItselfWhenItWasForAWhile() {
        sideState.pause(NOON.plusSeconds(10));

        assertEquals("engine.pause.paused-by-you-for[10s]", Keys.of(sideState.pauseReason(NOON)));
        assertEquals("", Keys.of(sideState.pauseReason(NOON.plusSeconds(10))));
    }
}
