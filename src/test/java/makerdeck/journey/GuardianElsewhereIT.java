package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import makerdeck.process.HeldPort;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guardian as on another machine: a process that the desk has not started, reached over TLS or a socket file. */
class GuardianElsewhereIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration ZERO_WITHIN = Duration.ofSeconds(60);
    private static final int KILLS = Math.max(2, Integer.getInteger("campaign", 0));
    private static final List<String> BUSY =
            List.of("--exchange", "backpack", "--start", "--duration", "0", "--max-orders", "8", "--spread", "0.1");

    @TempDir
    private Path home;

    /** {@code makerdeck guardian}. */
    private final class Guard implements AutoCloseable {

        private final Path out = home.resolve("guard.out");
        private final Process process;

        Guard(String... arguments) throws IOException {
            var own = Files.createDirectories(home.resolve("elsewhere"));
            var command = new ArrayList<>(List.of(Program.launcher().toString(), "guardian"));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
            builder.environment().put("MAKERDECK_HOME", own.toString());
            process = builder.start();
        }

        String said() {
            try {
                return Files.readString(out);
            } catch (IOException unreadable) {
                return unreadable.toString();
            }
        }

        long said(String what) {
            return said().lines().filter(line -> line.contains(what)).count();
        }

        int exitCode() throws InterruptedException {
            assertTrue(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS));
            return process.exitValue();
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    private void await(String what, BooleanSupplier wanted) {
        Awaitility.await(what).atMost(SOON).pollInterval(Duration.ofMillis(100)).until(wanted::getAsBoolean);
    }

    private DeskProcess desk(VenueProcess venue, String... more) throws IOException {
        var arguments = new ArrayList<>(BUSY);
        arguments.addAll(List.of(more));
        return new DeskProcess(home, venue.environment(), arguments.toArray(String[]::new));
    }

    private Path key() throws IOException, InterruptedException {
        var key = home.resolve("shared.key");
        try (var maker = new Guard("--new-key", key.toString())) {
            assertEquals(0, maker.exitCode(), maker::said);
        }
        return key;
    }

    @Test
    void whereverDeskAndItsOwnGuardianAreKilledAtOnceNoOrderIsLeftAMinuteLater()
            throws IOException, InterruptedException {
        var socket = home.resolve("g.sock").toString();
        var worst = 0L;
        try (var venue = new VenueProcess(home, "--seed", "31", "--market", "wild");
                var guard = new Guard("--listen", socket)) {
            await("the guardian to listen", () -> guard.said("listening") > 0);
            for (var number = 1; number <= KILLS; number++) {
                worst = Math.max(worst, kill(venue, socket, number));
            }
            assertEquals(KILLS, guard.said("was silent"), guard::said);
        }
        System.out.printf("%d kills of desk and guardian, no order after %d ms at most%n", KILLS, worst);
        assertTrue(worst <= ZERO_WITHIN.toMillis(), "no order only after " + worst + " ms");
    }

    private long kill(VenueProcess venue, String socket, int number) throws IOException, InterruptedException {
        try (var desk = desk(venue, "--guardian-at", socket)) {
            await("an order", () -> venue.open() > 0);
            var delay = new SplittableRandom(number).nextLong(3000);
            Awaitility.await().pollDelay(Duration.ofMillis(delay)).until(() -> true);
            desk.guardians().forEach(ProcessHandle::destroyForcibly);
            desk.kill();
            var killed = System.nanoTime();
            await("no order", () -> venue.open() == 0);
            return Duration.ofNanos(System.nanoTime() - killed).toMillis();
        }
    }

    @Test
    void aDeskCutOffFromItsGuardianTakesItsOrdersBackOnceAndGoesOnWhenItIsTold()
            throws IOException, InterruptedException {
        var key = key().toString();
        try (var held = new HeldPort();
                var venue = new VenueProcess(home, "--seed", "32", "--market", "dead");
                var guard = new Guard("--listen", "127.0.0.1:" + held.number(), "--key", key);
                var line = new CutLine(held.number())) {
            await("the guardian to listen", () -> guard.said("listening") > 0);
            try (var desk = desk(
                    venue,
                    "--guardian-at",
                    "127.0.0.1:" + line.port(),
                    "--guardian-key",
                    key,
                    "--guardian-silence",
                    "12s")) {
                await("all orders", () -> venue.open() == 16);

                line.cut();

                await("the desk to say so", () -> desk.output().contains("is not heard any more"));
                await("no order", () -> venue.open() == 0);
                await("the guardian to notice", () -> guard.said("was silent") == 1);
                await("the guardian to be done", () -> guard.said("not watching over") == 1);
                assertEquals(0, venue.open());

                line.mend();
                await("the guardian to watch again", () -> guard.said("watching over") == 3);
                assertEquals(0, venue.open(), "it went on by itself");

                desk.enter("resume");
                await("all orders again", () -> venue.open() == 16);
                desk.enter("quit");
                assertEquals(0, desk.exitCode(), desk::errors);
                await("the guardian to be told", () -> guard.said("not watching over") == 2);
                assertEquals(1, guard.said("was silent"), guard::said);
                assertFalse(guard.said().contains(venue.environment().get("BACKPACK_SECRET")));
            }
        }
    }

    @Test
    void withoutItsGuardianADeskDoesNotBeginAndSaysWhatItWaitsFor() throws IOException, InterruptedException {
        var socket = home.resolve("g.sock").toString();
        try (var venue = new VenueProcess(home, "--seed", "33", "--market", "dead");
                var desk = desk(venue, "--guardian-at", socket)) {
            await("the reason", () -> desk.output().contains("waiting for the guardian at " + socket));
            assertEquals(0, venue.open());

            try (var guard = new Guard("--listen", socket)) {
                await("all orders", () -> venue.open() == 16);
                desk.enter("quit");
                assertEquals(0, desk.exitCode(), desk::errors);
                await("the guardian to be told", () -> guard.said("not watching over") == 1);
                assertEquals(0, guard.said("was silent"), guard::said);
            }
        }
    }

    @Test
    void aPortWithoutAKeyIsRefused() throws IOException, InterruptedException {
        try (var guard = new Guard("--listen", "127.0.0.1:7070")) {
            assertEquals(2, guard.exitCode());
            assertTrue(guard.said().contains("is a port that anybody could speak to"), guard::said);
        }
    }
}
