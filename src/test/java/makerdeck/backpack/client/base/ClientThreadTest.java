package makerdeck.backpack.client.base;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import makerdeck.faults.FaultRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientThreadTest {

    private static final Duration OFTEN = Duration.ofMillis(5);

    private final List<Throwable> unforeseen = new CopyOnWriteArrayList<>();
    private final ClientThread thread = new ClientThread(Thread::new, unforeseen::add);

    @AfterEach
    void stop() {
        thread.stop();
    }

    @Test
    @FaultRow("61")
    void tellsWhateverATaskThrowsAndGoesOn() {
        var turns = new AtomicInteger();

        thread.every(OFTEN, () -> {
            turns.incrementAndGet();
            throw new StackOverflowError("deep");
        });
        thread.run(() -> {
            throw new IllegalStateException("odd");
        });

        await().until(() -> turns.get() > 3);
        assertTrue(unforeseen.stream().anyMatch(StackOverflowError.class::isInstance));
        assertTrue(unforeseen.stream().anyMatch(IllegalStateException.class::isInstance));
    }
}
