package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a service manager has it. */
class ServiceIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final BigDecimal MOST_EXPOSED = new BigDecimal("3.0");
    private static final Pattern EXPOSURE = Pattern.compile("exposure level for \\S+ ([0-9.]+)");
    private static final List<String> UNITS = List.of("makerdeck.service", "makerdeck@.service");

    /** What comes is added to a file, a message a line. */
    private static final String MANAGER = """
            import socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind(sys.argv[1])
            out = open(sys.argv[2], 'w')
            while True:
                said = s.recv(4096).decode()
                if not said.startswith('BARRIER'):
                    print(said.strip().replace('\\n', '|'), file=out, flush=True)
            """;

    @TempDir
    private Path home;

    private record Ran(int code, String said) {}

    private static Ran run(String... command) throws IOException, InterruptedException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS), () -> "still running: " + said);
            return new Ran(process.exitValue(), said);
        } catch (IOException absent) {
            Assumptions.abort(command[0] + " is not there: " + absent.getMessage());
            throw absent;
        }
    }

    private static Path unit(String name) {
        return Program.launcher().getParent().getParent().resolve("systemd").resolve(name);
    }

    @Test
    void theUnitsAreClosedToWhatADeskDoesNotNeed() throws IOException, InterruptedException {
        for (var name : UNITS) {
            var ran = run(
                    "systemd-analyze", "security", "--offline=true", unit(name).toString());
            var found = EXPOSURE.matcher(ran.said().replace(": ", " "));
            assertTrue(found.find(), ran::said);
            assertTrue(new BigDecimal(found.group(1)).compareTo(MOST_EXPOSED) <= 0, () -> found.group());
        }
    }

    @Test
    void theUnitsSayWhatSystemdUnderstands() throws IOException, InterruptedException {
        for (var name : UNITS) {
            var here = home.resolve(name.replace("@", "@SOL_USDC"));
            Files.writeString(
                    here,
                    Files.readString(unit(name))
                            .replace(
                                    "/opt/makerdeck/bin/makerdeck",
                                    Program.launcher().toString()));
            var ran = run("systemd-analyze", "verify", "--man=no", here.toString());
            assertEquals(0, ran.code(), ran::said);
            assertEquals(
                    List.of(),
                    ran.said()
                            .lines()
                            .filter(line -> line.contains("makerdeck"))
                            .toList());
        }
    }

    @Test
    void aManagerHearsThatTheDeskIsReadyAliveAndLeaving() throws IOException, InterruptedException {
        run("systemd-notify", "--version");
        var socket = home.resolve("notify");
        var heard = home.resolve("heard");
        var manager = new ProcessBuilder("python3", "-c", MANAGER, socket.toString(), heard.toString()).start();
        try {
            Awaitility.await("the manager").atMost(SOON).until(() -> Files.exists(heard));
            var environment = Map.of("NOTIFY_SOCKET", socket.toString(), "WATCHDOG_USEC", "3000000");
            try (var desk = new HeadlessDesk(home, environment, "--seed", "7")) {
                await(heard, "READY=1");
                await(heard, "STATUS=SOL_USDC QUOTING");
                desk.type("halt");
                await(heard, "STATUS=SOL_USDC HALTED");
                await(heard, "WATCHDOG=1");
                assertTrue(Files.readString(heard).indexOf("READY=1")
                        < Files.readString(heard).indexOf("WATCHDOG=1"));
                desk.signal("TERM");
                assertEquals(0, desk.exitCode(SOON));
                assertTrue(desk.all("alert").stream()
                        .noneMatch(line -> line.text("id").startsWith("service.")));
            }
        } finally {
            manager.destroyForcibly();
        }
    }

    private static void await(Path heard, String wanted) {
        Awaitility.await(wanted).atMost(SOON).until(() -> Files.readString(heard)
                .contains(wanted));
    }

    /** As its unit does: started again with the same flags, whatever it died of. */
    @Test
    void aDeskThatWasHaltedAndKilledComesBackHaltedUntilItIsResumed() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--market", "normal")) {
            try (var desk = new HeadlessDesk(home, venue.environment(), "--exchange", "backpack", "--start")) {
                desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));
                desk.type("halt");
                desk.await("state", SOON, line -> line.text("state").equals("HALTED"));
                // The journal gathers for a moment before it writes.
                desk.type("show stats");
                desk.await("command", SOON, line -> line.text("line").equals("show stats"));
                Awaitility.await("written down").atMost(SOON).until(() -> halts(home) > 0);
                desk.killWithGuardian();
            }
            for (int again = 0; again < 2; again++) {
                try (var desk = new HeadlessDesk(home, venue.environment(), "--exchange", "backpack", "--start")) {
                    var state = desk.await(
                            "state", SOON, line -> !line.text("state").equals("STARTING"));
                    assertEquals("HALTED", state.text("state"));
                    assertTrue(state.text("reason").contains("before this start"), state::toString);
                    desk.signal("TERM");
                    assertEquals(0, desk.exitCode(SOON));
                    assertEquals(List.of(), desk.all("order"));
                }
            }
            try (var desk = new HeadlessDesk(home, venue.environment(), "--exchange", "backpack", "--start")) {
                desk.await("state", SOON, line -> line.text("state").equals("HALTED"));
                desk.type("resume");
                desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));
                desk.type("quit");
                assertEquals(0, desk.exitCode(SOON));
            }
            try (var desk = new HeadlessDesk(home, venue.environment(), "--exchange", "backpack", "--start")) {
                desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));
                desk.type("quit");
                assertEquals(0, desk.exitCode(SOON));
            }
        }
    }

    private static int halts(Path home) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("state/journal.db"));
                var found = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM states WHERE state = 'HALTED'")) {
            return found.getInt(1);
        }
    }
}
