package makerdeck.backpack.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.clock.Waiting;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;

/** What happens to a question when the thread that takes its answer dies of an error. */
@Waiting
class AnswerErrorsTest {

    private final Heard heard = new Heard();
    private final List<Throwable> deaths = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isDoomed = new AtomicBoolean();

    private long nanos() {
        if (isDoomed.get() && isConcluding() && isDoomed.compareAndSet(true, false)) {
            throw new StackOverflowError("deep");
        }
        return System.nanoTime();
    }

    private static boolean isConcluding() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals("conclude")));
    }

    private Thread watched(Runnable task) {
        var thread = new Thread(task);
        thread.setUncaughtExceptionHandler((dead, why) -> deaths.add(why));
        return thread;
    }

    @Test
    @FaultRow("61")
    void aThreadThatDiesOverAnAnswerLeavesNoQuestionOpenAndItsDeathIsHeardOf() throws IOException {
        LongSupplier nanos = this::nanos;
        try (var mock = new MockVenue();
                var venue = new BackpackVenue(
                        mock.settings(),
                        new Signer(MockVenue.SECRET),
                        new ClientRuntime(Clock.systemUTC(), nanos, name -> this::watched, new SplittableRandom(1)),
                        heard)) {
            venue.start();
            heard.first(VenueEvent.BalancesRead.class);

            mock.answer("GET /api/v1/orders", "[]");
            // A measurement of the clock that is still under way may die in its place: then once more.
            await().dontCatchUncaughtExceptions().until(() -> {
                if (isDoomed.compareAndSet(false, true)) {
                    venue.readOpenOrders();
                }
                return !heard.all(VenueEvent.ReadFailed.class).isEmpty();
            });

            var failed = heard.first(VenueEvent.ReadFailed.class);
            assertTrue(Keys.of(failed.reason()).contains("StackOverflowError: deep"), Keys.of(failed.reason()));
            await().dontCatchUncaughtExceptions().until(() -> !deaths.isEmpty());
            assertEquals("deep", deaths.get(0).getMessage());
        }
    }
}
