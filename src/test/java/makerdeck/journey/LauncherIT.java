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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher makes of the end of its program, whatever the Java is: a script stands in for it. */
class LauncherIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String IN_ORDER =
            "for word; do case $word in -Dmakerdeck.running=*) rm \"${word#*=}\" ;; esac; done\n";

    @TempDir
    private Path home;

    /** The screen after a program of this script. */
    private String screen(String script, String end) throws IOException {
        var java = Files.createDirectories(home.resolve("java/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        try (var terminal = new Tmux(150, 20, home.toFile())) {
            terminal.enter("clear; PS1='$ '; JAVA_HOME=" + home + "/java MAKERDECK_HOME=" + home + " "
                    + Program.launcher() + "; echo left with $?");
            return terminal.await("the shell again", SOON, end);
        }
    }

    @Test
    void anOrderlyEndIsNoDeathWhateverTheJvmHadToSay() throws IOException {
        var screen = screen("echo WARNING: a restricted method >&2\n" + IN_ORDER + "exit 5\n", "left with 5");

        assertFalse(screen.contains("died"), screen);
        assertTrue(Files.readString(home.resolve("state/jvm.log")).contains("a restricted method"));
        assertNoMarkIsLeft();
    }

    @Test
    void anEndWithoutTheMarkIsADeathWhateverTheCode() throws IOException {
        var screen = screen("exit 3\n", "left with 3");

        assertTrue(screen.contains("died with code 3: its guardian cancels its orders"), screen);
        assertNoMarkIsLeft();
    }

    @Test
    void tooFewOpenFilesAreOneLineAndNoDesk() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -n 48; exec \"$@\" 2>&1",
                        "sh",
                        Program.launcher().toString(),
                        "--headless")
                .directory(home.toFile());
        builder.environment().put("MAKERDECK_HOME", home.toString());
        var desk = builder.start();

        var said = new String(desk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(2, desk.waitFor(), said);
        assertEquals("makerdeck: only 48 open files are allowed here, a desk needs 128: see ulimit -n\n", said);
    }

    private void assertNoMarkIsLeft() throws IOException {
        try (var files = Files.list(home.resolve("state"))) {
            assertEquals(
                    0,
                    files.filter(file -> file.getFileName().toString().startsWith("running"))
                            .count());
        }
    }
}
