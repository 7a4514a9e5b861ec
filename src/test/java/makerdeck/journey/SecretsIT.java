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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the secret must not be after a whole run, and what a key that may only read is good for. */
class SecretsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    @TempDir
    private Path elsewhere;

    private Path keyFile(VenueProcess venue, String kind) throws IOException {
        var file = elsewhere.resolve("keys" + kind);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(
                file,
                "key = " + venue.environment().get("BACKPACK_" + kind + "KEY") + "\nsecret = "
                        + venue.environment().get("BACKPACK_" + kind + "SECRET") + "\n");
    }

    /** The addresses without the keys. */
    private static Map<String, String> addresses(VenueProcess venue) {
        var addresses = new HashMap<>(venue.environment());
        addresses.keySet().removeIf(name -> !name.endsWith("_URL"));
        return addresses;
    }

    @Test
    void theSecretIsInNoFileNoArgumentAndNoOtherProcessesEnvironment() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "31")) {
            var secret = String.valueOf(venue.environment().get("BACKPACK_SECRET"));
            var keys = keyFile(venue, "");
            try (var terminal = new Tmux(120, 40, home.toFile())) {
                var urls = new StringBuilder();
                addresses(venue).forEach((name, value) -> urls.append(name + "=" + value + " "));
                terminal.enter("MAKERDECK_HOME=" + home + " " + urls + Program.launcher()
                        + " --exchange backpack --start --key-file " + keys + "; echo left with $?");
                Awaitility.await("orders").atMost(SOON).until(() -> venue.open() >= 6);
                terminal.enter("show health");
                terminal.await("the health", SOON, "guardian ");
                terminal.enter("set spread 0.3");
                var desk = Program.desk(terminal.shell());
                var processes = new ArrayList<>(desk.children().toList());
                assertEquals(1, processes.size(), "the guardian");
                processes.add(desk);
                for (var process : processes) {
                    assertSilent(secret, Path.of("/proc", "" + process.pid(), "cmdline"));
                    assertSilent(secret, Path.of("/proc", "" + process.pid(), "environ"));
                }
                // A dump of all threads first, then a crash of the machine below with a dump of its own.
                Signal.send(desk.pid(), "QUIT");
                Signal.send(desk.pid(), "SEGV");
                terminal.await("the shell again", SOON, "left with");
                assertFalse(terminal.screen().contains(secret), terminal::screen);
                Awaitility.await("the guardian's end").atMost(SOON).until(() -> processes.stream()
                        .noneMatch(ProcessHandle::isAlive));
            }

            var read = assertSilentBelow(home, secret);
            for (var expected : List.of("makerdeck.log", "history", "guardian.log", "jvm.log")) {
                assertTrue(read.contains(expected), () -> expected + " was not among " + read);
            }
        }
    }

    private static List<String> assertSilentBelow(Path folder, String secret) throws IOException {
        var read = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                read.add(String.valueOf(file.getFileName()));
                assertSilent(secret, file);
            }
        }
        return read;
    }

    private static void assertSilent(String secret, Path file) throws IOException {
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(secret), file + " holds the secret");
        assertFalse(text.contains(secret.substring(0, 20)), file + " holds half of the secret");
    }

    @Test
    void aReadOnlyKeyIsEnoughToWatch() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "32");
                var desk = new DeskProcess(home, venue.environment(), "--exchange", "backpack", "--start")) {
            Awaitility.await("orders of the other desk").atMost(SOON).until(() -> venue.open() >= 6);
            var keys = keyFile(venue, "READ_").toString();

            try (var watcher = new DeskProcess(
                    elsewhere, addresses(venue), "--exchange", "backpack", "--watch", "--key-file", keys)) {
                Awaitility.await("orders of somebody else").atMost(SOON).until(() -> watcher.output()
                        .contains("order of somebody else"));
                watcher.enter("resume");
                Awaitility.await("the reason").atMost(SOON).until(() -> watcher.output()
                        .contains("only watching"));
                watcher.enter("quit");

                assertEquals(0, watcher.exitCode(), watcher::errors);
                assertFalse(watcher.output().contains("\"event\":\"order\""), watcher::output);
                assertFalse(watcher.output().contains("HALTED"), watcher::output);
            }

            assertTrue(venue.open() >= 4, "the other desk goes on");
            desk.enter("quit");
            assertEquals(0, desk.exitCode(), desk::errors);
        }
    }
}
