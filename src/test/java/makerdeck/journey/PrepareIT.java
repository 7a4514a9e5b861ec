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
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that are kept for the next start: taken when they are whole, by the desk and by its guardian. */
class PrepareIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    private String said(String program, String script) throws IOException, InterruptedException {
        var folder = home.resolve("program");
        var bin = Files.createDirectories(folder.resolve("bin"));
        var started = bin.resolve(program);
        if (Files.notExists(started)) {
            Files.copy(Program.launcher().resolveSibling(program), started);
        }
        var java = Files.createDirectories(home.resolve("java/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        var builder = new ProcessBuilder(started.toString(), "--headless").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", home.resolve("java").toString());
        builder.environment().put("MAKERDECK_HOME", home.toString());
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "left with " + process.waitFor();
    }

    private String arguments() throws IOException, InterruptedException {
        return said("makerdeck", "printf '%s\\n' \"$@\"\n");
    }

    /** A Java that reads beyond the end of such a file dies of SIGBUS. */
    @Test
    void anArchiveIsTakenOnlyWhole() throws IOException, InterruptedException {
        var classes = Files.createDirectories(home.resolve("program/classes"));

        assertFalse(arguments().contains("SharedArchiveFile"), "none was made");

        var archive = Files.write(classes.resolve("5000.jsa"), new byte[5000]);
        assertTrue(arguments().contains("-XX:SharedArchiveFile=" + archive + "\n"), this::list);

        Files.write(archive, new byte[4999]);
        assertFalse(arguments().contains("SharedArchiveFile"), this::list);
    }

    private String list() {
        try (var files = Files.list(home.resolve("program/classes"))) {
            return files.toList().toString();
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    @Test
    void whatCannotBeKeptIsOneLine() throws IOException, InterruptedException {
        var kept = home.toRealPath().resolve("program/classes");

        assertEquals(
                "prepare: " + kept + " must be writable: run this as whoever owns it\nleft with 1",
                said("prepare", "exit 0\n"));

        Files.createDirectories(kept);
        Files.copy(Program.launcher(), home.resolve("program/bin/makerdeck"));
        Files.writeString(kept.resolve("own.names"), "makerdeck/Main\n");
        assertEquals(
                "no Java today\nprepare: makerdeck --headless --duration 3s ended with an error: nothing was kept\n"
                        + "left with 1",
                said("prepare", "echo no Java today\nexit 3\n"));
        assertEquals("[" + kept.resolve("own.names") + "]", list().replace(home.toString(), realHome()));
    }

    private String realHome() throws IOException {
        return home.toRealPath().toString();
    }

    @Test
    void aDeskAndItsGuardianShareTheKeptClasses() throws IOException {
        var classes = Program.launcher().resolveSibling("../classes").normalize();
        try (var kept = Files.list(classes)) {
            Assumptions.assumeTrue(
                    kept.anyMatch(file -> file.toString().endsWith(".jsa")),
                    "no classes were kept in " + classes + ": bin/prepare keeps them");
        }
        try (var desk = new HeadlessDesk(home, Map.of(), "--seed", "7")) {
            desk.await("order", SOON, line -> line.text("state").equals("OPEN"));

            assertTrue(maps(desk.pid()).contains(classes.toString()), "desk");
            // It may not be a Java yet.
            Awaitility.await("the guardian's classes").atMost(SOON).until(() -> maps(desk.guardian())
                    .contains(classes.toString()));
        }
    }

    private static String maps(long process) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process), "maps"));
    }
}
