package makerdeck.guardian.supervisor;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import makerdeck.clock.Waiting;
import makerdeck.engine.input.Inbox;
import makerdeck.engine.input.Input;
import makerdeck.guardian.Guardian;
import makerdeck.guardian.GuardianOrders;
import makerdeck.guardian.Lease;
import makerdeck.guardian.distant.Connection;
import makerdeck.guardian.distant.Door;
import makerdeck.process.Threads;
import makerdeck.snapshot.GuardianState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk's end of the line to a guardian of another machine. */
@Waiting
class DistantGuardianTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String AT = "vps2:7070";

    @TempDir
    private Path folder;

    private final Inbox inbox = new Inbox(Clock.systemUTC());
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger moves = new AtomicInteger();
    private final List<GuardianState> told = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger reached = new AtomicInteger();
    private Door door;
    private DistantGuardian guardian;

    @BeforeEach
    void open() throws IOException {
        var file = UnixDomainSocketAddress.of(folder.resolve("g.sock"));
        door = Door.open(file, null);
        var orders = new GuardianOrders(
                "SOL_USDC",
                URI.create("http://127.0.0.1:1"),
                URI.create("ws://127.0.0.1:1"),
                "none",
                9,
                Duration.ofSeconds(15),
                Duration.ofMinutes(1),
                folder,
                new Lease(folder.resolve("lease"), "1"));
        guardian = new DistantGuardian(
                AT,
                () -> {
                    if (reached.incrementAndGet() > 1) {
                        waitForEver();
                    }
                    return Connection.to(file, null);
                },
                orders,
                () -> Instant.EPOCH.plusSeconds(moves.incrementAndGet()),
                inbox,
                nanos::get);
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        never.countDown();
        guardian.goodbye();
        door.close();
    }

    private void waitForEver() throws IOException {
        try {
            never.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("nobody is there");
    }

    private void awaitTold(GuardianState state) {
        await(state.name()).atMost(LONGEST).until(() -> {
            for (var input = inbox.take(Duration.ZERO); input.isPresent(); input = inbox.take(Duration.ZERO)) {
                if (input.get() instanceof Input.GuardedFrom from) {
                    told.add(from.guardian());
                }
            }
            return told.contains(state);
        });
    }

    @Test
    void aLossIsSeenWhileReachingTheGuardianAgainTakesItsTime() throws IOException {
        Threads.start("keep", guardian::keep);
        try (var knock = door.next();
                var line = knock.answer()) {
            line.say(Guardian.ARMED);
            awaitTold(GuardianState.ON);
        }
        await("the next try").atMost(LONGEST).until(() -> reached.get() > 1);

        nanos.addAndGet(Duration.ofSeconds(12).toNanos());

        awaitTold(GuardianState.LOST);
    }
}
