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
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import makerdeck.faults.FaultRow;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guardian in its own process, against a venue in a third one, when the desk dies or leaves. */
class GuardianIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration ZERO_WITHIN = Duration.ofSeconds(10);
    private static final int KILLS = Math.max(3, Integer.getInteger("campaign", 0));
    private static final String ORDER = "\"event\":\"order\"";
    private static final String[] BUSY = {
        "--exchange",
        "backpack",
        "--start",
        "--duration",
        "0",
        "--max-orders",
        "8",
        "--spread",
        "0.1",
        "--interval",
        "1"
    };

    @TempDir
    private Path home;

    private record Kill(int number, long upMillis, long orders, long zeroMillis) {}

    private static void await(String what, BooleanSupplier wanted) {
        Awaitility.await(what).atMost(SOON).pollInterval(Duration.ofMillis(50)).until(wanted::getAsBoolean);
    }

    private void awaitGone(List<ProcessHandle> guardians) {
        await("the guardian's end", () -> guardians.stream().noneMatch(ProcessHandle::isAlive));
    }

    private String guardianLog() {
        try {
            return Files.readString(home.resolve("state/guardian.log"));
        } catch (IOException unreadable) {
            return "no guardian.log: " + unreadable;
        }
    }

    @Test
    @FaultRow("35")
    void whereverTheDeskIsKilledNoOrderIsLeftTenSecondsLater() throws IOException, InterruptedException {
        var kills = new ArrayList<Kill>();
        try (var venue = new VenueProcess(home, "--seed", "21", "--market", "wild")) {
            for (var number = 1; number <= KILLS; number++) {
                kills.add(kill(venue, number));
            }
        }

        System.out.println("kill  up ms  orders  zero after ms");
        kills.forEach(kill ->
                System.out.printf("%4d %6d %7d %14d%n", kill.number, kill.upMillis, kill.orders, kill.zeroMillis));
        for (var kill : kills) {
            assertTrue(kill.zeroMillis <= ZERO_WITHIN.toMillis(), () -> kill + "\n" + guardianLog());
        }
    }

    private Kill kill(VenueProcess venue, int number) throws IOException, InterruptedException {
        try (var desk = new DeskProcess(home, venue.environment(), BUSY)) {
            var started = System.nanoTime();
            await("an order", () -> venue.open() > 0);
            var delay = new SplittableRandom(number).nextLong(3000);
            Awaitility.await().pollDelay(Duration.ofMillis(delay)).until(() -> true);
            var guardians = desk.guardians();
            var orders = venue.open();

            var up = millisSince(started);
            desk.kill();

            var killed = System.nanoTime();
            var lastSeen = new AtomicLong();
            await("the guardian's end", () -> {
                if (venue.open() > 0) {
                    lastSeen.set(millisSince(killed));
                }
                return guardians.stream().noneMatch(ProcessHandle::isAlive);
            });
            assertEquals(0, venue.open(), this::guardianLog);
            return new Kill(number, up, orders, lastSeen.get());
        }
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }

    @Test
    void aDeskThatQuitsTakesItsGuardianAlong() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "22");
                var desk = new DeskProcess(home, venue.environment(), BUSY)) {
            await("an order", () -> venue.open() > 0);
            var guardians = desk.guardians();

            desk.enter("quit");

            assertEquals(0, desk.exitCode(), desk::errors);
            awaitGone(guardians);
            assertEquals(0, venue.open());
            assertFalse(guardianLog().contains("cancelling"), this::guardianLog);
        }
    }

    @Test
    void ordersThatAreToBeKeptStay() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "23", "--market", "dead");
                var desk = new DeskProcess(home, venue.environment(), BUSY)) {
            await("all orders", () -> venue.open() == 16);
            var guardians = desk.guardians();

            desk.enter("quit --keep");
            desk.enter("yes");

            assertEquals(0, desk.exitCode(), desk::errors);
            awaitGone(guardians);
            assertEquals(16, venue.open());
        }
    }

    @Test
    void itSurvivesTheEndOfTheTerminalAndActsAlone() throws IOException {
        try (var venue = new VenueProcess(home, "--seed", "24")) {
            List<ProcessHandle> guardians;
            try (var terminal = new Tmux(100, 30, home.toFile())) {
                terminal.enter("MAKERDECK_HOME=" + home + " " + venue.shellPrefix() + " " + Program.launcher()
                        + " --exchange backpack --start");
                await("orders", () -> venue.open() >= 6);
                var desk = Program.desk(terminal.shell());
                guardians = desk.children().toList();
                assertEquals(1, guardians.size());
                await("its signals to be ignored", () -> ignoresSignals(guardians.get(0)));

                desk.destroyForcibly();
            }

            await("no order", () -> venue.open() == 0);
            awaitGone(guardians);
        }
    }

    /** Whether INT, HUP and TERM do nothing to it, by the kernel's own account. */
    private static boolean ignoresSignals(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", "" + process.pid(), "status"))) {
            var ignored = lines.filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseLong(line.substring(7).strip(), 16))
                    .findFirst()
                    .orElse(0);
            long hangupInterruptTerminate = 1 | 1 << 1 | 1 << 14;
            return (ignored & hangupInterruptTerminate) == hangupInterruptTerminate;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Looked at once: the old one may leave between two looks. */
    private static boolean isAnother(DeskProcess desk, ProcessHandle first) {
        var guardians = desk.guardians();
        return guardians.size() == 1 && !guardians.get(0).equals(first);
    }

    @Test
    void theDeskStartsAnotherWhenItsGuardianDies() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "25");
                var desk = new DeskProcess(home, venue.environment(), BUSY)) {
            await("a guardian", () -> desk.guardians().size() == 1);
            var first = desk.guardians().get(0);

            first.destroyForcibly();

            await("another guardian", () -> isAnother(desk, first));
            await("an alert", () -> desk.output().contains("the guardian is gone"));
            var second = desk.guardians();
            desk.kill();
            await("no order", () -> venue.open() == 0);
            awaitGone(second);
        }
    }

    @Test
    @FaultRow("41")
    void aGuardianThatStandsStillIsReplacedAndNoOrderIsCancelledForIt() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "28", "--market", "dead");
                var desk = new DeskProcess(home, venue.environment(), BUSY)) {
            await("all orders", () -> venue.open() == 16);
            await("a guardian", () -> !desk.guardians().isEmpty());
            var first = desk.guardians().get(0);

            Signal.send(first.pid(), "STOP");

            Awaitility.await("another guardian").atMost(Duration.ofSeconds(60)).until(() -> isAnother(desk, first));
            assertFalse(first.isAlive());
            await("an alert", () -> desk.output().contains("the guardian is gone (it did not answer"));
            assertEquals(16, venue.open());
            assertFalse(guardianLog().contains("cancelling"), this::guardianLog);
            var second = desk.guardians();
            desk.kill();
            await("no order", () -> venue.open() == 0);
            awaitGone(second);
        }
    }

    @Test
    @FaultRow("41")
    void itCancelsWhenTheDeskStandsStill() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "26");
                var desk = new DeskProcess(home, venue.environment(), BUSY)) {
            await("an order", () -> venue.open() > 0);

            Signal.send(desk.handle().pid(), "STOP");

            // Its parent cannot bury it, so that only its log says that it has left.
            await("the guardian's end", () -> guardianLog().contains("NONE_LEFT"));
            assertEquals(0, venue.open());
            Signal.send(desk.handle().pid(), "CONT");
            await("quotes again", () -> venue.open() > 0);
            desk.enter("quit");
            assertEquals(0, desk.exitCode(), desk::errors);
        }
    }

    @Test
    void aVenueInTheSameProcessIsGoneWithTheDeskAndTheGuardianSoonAfter() throws IOException, InterruptedException {
        try (var desk = new DeskProcess(home, Map.of(), "--market", "dead")) {
            await("quotes", () -> desk.output().contains(ORDER));
            var guardians = desk.guardians();
            assertEquals(1, guardians.size());

            desk.kill();

            awaitGone(guardians);
        }
    }

    @Test
    void onRequestThereIsNone() throws IOException, InterruptedException {
        try (var desk = new DeskProcess(home, Map.of(), "--no-guardian")) {
            await("quotes", () -> desk.output().contains(ORDER));

            assertEquals(List.of(), desk.guardians());

            desk.enter("quit");
            assertEquals(0, desk.exitCode(), desk::errors);
        }
    }

    @Test
    @FaultRow("37")
    void aVenueThatDoesNotAnswerAtTheEndIsExitCodeFiveAndTheGuardianGoesOn() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "27", "--market", "dead");
                var desk = new DeskProcess(home, venue.environment(), BUSY)) {
            await("all orders", () -> venue.open() == 16);
            var guardians = desk.guardians();

            venue.signal("STOP");
            desk.enter("quit");

            assertEquals(5, desk.exitCode(), desk::errors);
            var errors = desk.errors();
            var orders =
                    errors.lines().filter(line -> line.contains("clientId")).count();
            assertEquals(16, orders, errors);
            assertTrue(errors.contains("cancel them on the venue's own page (open orders of SOL_USDC)"), errors);
            assertTrue(errors.contains("the guardian goes on trying"), errors);
            venue.signal("CONT");
            await("no order", () -> venue.open() == 0);
            awaitGone(guardians);
        }
    }
}
