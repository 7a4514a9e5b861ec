package makerdeck.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;

/** A terminal of a chosen size with a shell in it, driven as an operator would: keys in, screen out. */
final class Tmux implements AutoCloseable {

    private final String socket = "makerdeck-test-" + ProcessHandle.current().pid() + "-" + System.nanoTime();

    Tmux(int columns, int rows, File folder) {
        Assumptions.assumeTrue(installed(), "tmux is not installed: end-to-end test skipped");
        run("-f", "/dev/null", "new-session", "-d", "-x", "" + columns, "-y", "" + rows, "-c", folder.getPath(), "sh");
        Awaitility.await("a shell prompt").atMost(Duration.ofSeconds(5)).until(() -> !screen().isBlank());
    }

    private static boolean installed() {
        try {
            return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Types text as it stands. */
    void type(String text) {
        run("send-keys", "-l", text);
    }

    /** Presses a key by tmux's name for it, e.g. {@code Enter} or {@code F8}. */
    void press(String key) {
        run("send-keys", key);
    }

    void enter(String line) {
        type(line);
        press("Enter");
    }

    void resize(int columns, int rows) {
        run("resize-window", "-x", "" + columns, "-y", "" + rows);
    }

    /** The rows as they stand, without colours. */
    String screen() {
        return run("capture-pane", "-p");
    }

    /** The process id of the shell in the terminal. */
    long shell() {
        return Long.parseLong(run("display-message", "-p", "#{pane_pid}").strip());
    }

    /** Waits for a screen that fits and returns it; fails with the last screen seen. */
    String await(String what, Duration atMost, Predicate<String> wanted) {
        try {
            return Awaitility.await(what)
                    .atMost(atMost)
                    .pollInterval(Duration.ofMillis(20))
                    .until(this::screen, wanted);
        } catch (ConditionTimeoutException never) {
            throw new AssertionError(
                    "waited " + atMost.toSeconds() + " s in vain for " + what + ":\n" + screen(), never);
        }
    }

    String await(String what, Duration atMost, String wanted) {
        return await(what, atMost, screen -> screen.contains(wanted));
    }

    private String run(String... arguments) {
        var command = new ArrayList<>(List.of("tmux", "-L", socket));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
            return output;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        run("kill-server");
    }
}
