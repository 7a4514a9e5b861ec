package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk of the packaged program is captured and killed; another one meets what it left. */
class SessionIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    @TempDir
    private Path elsewhere;

    /** What can be read of files that end in the middle. */
    private static String text(Path folder) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                try (var unpacked = new GZIPInputStream(Files.newInputStream(file))) {
                    var bytes = new byte[1 << 16];
                    for (int count = unpacked.read(bytes); count >= 0; count = unpacked.read(bytes)) {
                        text.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
                    }
                } catch (java.io.EOFException killed) {
                    text.append("\n[cut]");
                }
            }
        }
        return text.toString();
    }

    private static boolean hasAnOrder(String text) {
        return text.contains("\"path\":\"/api/v1/orders\"") && text.contains("orderAccepted");
    }

    @Test
    void whatAKilledDeskHasCapturedIsAVenueForAnother() throws IOException, InterruptedException {
        var captured = home.resolve("captured");
        try (var venue = new VenueProcess(home, "--seed", "31")) {
            try (var desk = new DeskProcess(
                    home,
                    venue.environment(),
                    "--exchange",
                    "backpack",
                    "--start",
                    "--no-guardian",
                    "--interval",
                    "2",
                    "--capture",
                    captured.toString())) {
                Awaitility.await("orders").atMost(SOON).until(() -> venue.open() >= 6);
                Awaitility.await("a status that says so").atMost(SOON).until(() -> desk.output()
                        .contains("\"captureFile\":\"" + captured));
                assertTrue(desk.output().contains("is captured in " + captured), desk::output);
                // Written now and then, not with each word.
                Awaitility.await("an order on the disk").atMost(SOON).until(() -> hasAnOrder(text(captured)));
                desk.kill();
            }
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(captured)));
            var text = text(captured);
            for (var name : new String[] {"BACKPACK_SECRET", "BACKPACK_KEY"}) {
                var secret = String.valueOf(venue.environment().get(name));
                assertFalse(text.contains(secret) || text.contains(secret.substring(0, 12)), name);
            }
            assertTrue(hasAnOrder(text), "an order");
            assertTrue(text.endsWith("[cut]"), "killed");
        }

        try (var session = new VenueProcess(home, "--replay-session", captured.toString());
                var desk = new DeskProcess(
                        elsewhere,
                        session.environment(),
                        "--exchange",
                        "backpack",
                        "--start",
                        "--no-guardian",
                        "--interval",
                        "2")) {
            Awaitility.await("quotes").atMost(SOON).until(() -> desk.output().contains("\"state\":\"QUOTING\""));
            Awaitility.await("resting orders")
                    .atMost(SOON)
                    .until(() -> desk.output().contains("\"state\":\"RESTING\"")
                            || desk.output().contains("\"state\":\"OPEN\""));
            desk.enter("quit");
            desk.enter("yes");
            assertEquals(0, desk.exitCode(), desk::errors);
        }
    }

    @Test
    void aFolderThatOthersMayReadAndNoSessionAreRefusedInALine() throws IOException, InterruptedException {
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var desk = new DeskProcess(home, java.util.Map.of(), "--capture", elsewhere.toString())) {
            assertEquals(2, desk.exitCode());
            assertTrue(desk.errors().contains("chmod 700"), desk::errors);
        }
    }
}
