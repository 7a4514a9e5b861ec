package makerdeck.backpack.client.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.SplittableRandom;
import makerdeck.backpack.client.SteppedNanos;
import makerdeck.backpack.client.http.RequestBudget.Purpose;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import org.junit.jupiter.api.Test;

class InterceptionBackoffTest {

    private final SteppedNanos nanos = new SteppedNanos(0);
    private final InterceptionBackoff detours = new InterceptionBackoff(nanos, new SplittableRandom(1));

    /** How long reads wait after one more page, in steps of 10 ms. */
    private Duration waitAfterAPage() {
        detours.met(Purpose.READ, Message.plain("a page"));
        var waited = Duration.ZERO;
        while (!detours.holdsBack(Purpose.READ).isEmpty()) {
            nanos.advance(Duration.ofMillis(10));
            waited = waited.plusMillis(10);
        }
        return waited;
    }

    @Test
    @FaultRow("65")
    void readsWaitLongerWithEachPageButNeverLongerThanEightSeconds() {
        var first = waitAfterAPage();
        for (int i = 0; i < 4; i++) {
            waitAfterAPage();
        }

        var later = waitAfterAPage();

        assertEquals(true, first.compareTo(Duration.ofMillis(510)) <= 0, first::toString);
        assertEquals(true, later.compareTo(Duration.ofSeconds(4)) >= 0, later::toString);
        assertEquals(true, later.compareTo(Duration.ofMillis(8010)) <= 0, later::toString);
    }

    @Test
    void oneAnswerOfTheVenueEndsTheWaiting() {
        detours.met(Purpose.READ, Message.plain("a page"));

        detours.heard(Purpose.READ);

        assertEquals("", Keys.of(detours.holdsBack(Purpose.READ)));
    }

    @Test
    void cancelsNeverWaitAndOrdersDoNotWaitForReads() {
        detours.met(Purpose.CANCEL, Message.plain("a page"));
        detours.met(Purpose.READ, Message.plain("a page"));

        assertEquals("", Keys.of(detours.holdsBack(Purpose.CANCEL)));
        assertEquals("", Keys.of(detours.holdsBack(Purpose.ORDER)));
        assertEquals("message.plain[a page]", Keys.of(detours.holdsBack(Purpose.READ)));
    }
}
