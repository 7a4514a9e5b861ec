package makerdeck.guardian;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.clock.Waiting;
import makerdeck.faults.FaultRow;
import makerdeck.process.Threads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guardian against the embedded venue, in one process; its own process is tested end to end. */
@Waiting
class GuardianTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration NEVER = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TAG = 9;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PipedOutputStream desk = new PipedOutputStream();
    private RestedOrders orders;

    @BeforeEach
    void open() throws IOException {
        orders = new RestedOrders();
        orders.place(TAG, "149.10");
        orders.place(TAG, "149.20");
        orders.place(TAG + 1, "149.30");
    }

    @AfterEach
    void close() {
        orders.close();
    }

    private CompletableFuture<Boolean> guard(Duration silence) throws IOException {
        var guardianOrders = new GuardianOrders(
                "SOL_USDC",
                URI.create(orders.server().apiUrl()),
                URI.create(orders.server().wsUrl()),
                orders.server().credentials().secret(),
                TAG,
                silence,
                PATIENCE,
                folder,
                new Lease(folder.resolve("term"), "this"));
        var runtime =
                new ClientRuntime(Clock.systemUTC(), System::nanoTime, name -> Thread::new, new SplittableRandom(1));
        var in = new BufferedReader(new InputStreamReader(new PipedInputStream(desk), StandardCharsets.UTF_8));
        var line = DeskLine.pipe();
        Threads.start("desk", () -> line.join(in, new PrintStream(said, true, StandardCharsets.UTF_8)));
        var guardian = new Guardian(guardianOrders, runtime, line);
        return CompletableFuture.supplyAsync(() -> {
            try {
                return guardian.watch();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }

    private void say(String line) throws IOException {
        desk.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        desk.flush();
    }

    private void awaitArmed(long times) {
        await("armed, said " + times + " times")
                .atMost(LONGEST)
                .until(() -> said.toString(StandardCharsets.UTF_8)
                                .lines()
                                .filter(Guardian.ARMED::equals)
                                .count()
                        == times);
    }

    private static boolean result(CompletableFuture<Boolean> watch) {
        await("the guardian to leave").atMost(LONGEST).until(watch::isDone);
        return watch.join();
    }

    @Test
    void armsItselfAndAnswersEveryBeat() throws IOException {
        var watch = guard(NEVER);

        awaitArmed(1);
        say(Guardian.BEAT);
        awaitArmed(2);

        assertFalse(watch.isDone());
        say(Guardian.GOODBYE);
        assertTrue(result(watch));
    }

    @Test
    void leavesAfterAGoodbyeWithoutTouchingAnything() throws IOException {
        var watch = guard(NEVER);

        say(Guardian.GOODBYE);

        assertTrue(result(watch));
        assertEquals(List.of("149.1", "149.2", "149.3"), orders.prices());
    }

    @Test
    @FaultRow("35")
    void cancelsOnlyItsDesksOrdersWhenThePipeEnds() throws IOException {
        var watch = guard(NEVER);
        awaitArmed(1);

        desk.close();

        assertTrue(result(watch));
        assertEquals(List.of("149.3"), orders.prices());
    }

    @Test
    @FaultRow("41")
    void leavesTheOrdersToADeskThatSpeaksAgain() throws IOException {
        var watch = guard(Duration.ofSeconds(4));
        await().atMost(LONGEST).until(() -> orders.prices().equals(List.of("149.3")));

        say(Guardian.BEAT);
        awaitArmed(2);
        orders.place(TAG, "149.40");
        say(Guardian.GOODBYE);

        assertTrue(result(watch));
        assertEquals(List.of("149.3", "149.4"), orders.prices());
    }

    @Test
    void cancelsWhenTheDeskFallsSilent() throws IOException {
        var watch = guard(Duration.ofMillis(300));

        assertTrue(result(watch));
        assertEquals(List.of("149.3"), orders.prices());
    }

    @Test
    void leavesSoonWhenTheVenueIsGoneWithTheDesk() throws IOException {
        var watch = guard(NEVER);
        awaitArmed(1);

        orders.close();
        desk.close();

        assertFalse(result(watch));
    }
}
