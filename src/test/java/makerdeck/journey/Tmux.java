package makerdeck.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A terminal of a chosen size with a shell in it, driven as an operator would: keys in, screen out. */
final class Tmux implements AutoCloseable {

    private boolean open = true;
    private final String socket = "makerdeck-test-" + ProcessHandle.current().pid() + "-" + System.nanoTime();

    Tmux(int columns, int rows, File folder) {
        Assumptions.assumeTrue(installed(), "tmux is not installed: end-to-end test skipped");
        run("-f", "/dev/null", "new-session", "-d", "-x", "" + columns, "-y", "" + rows, "-c", folder.getPath(), "sh");
        Awaitility.await("a shell prompt").atMost(Duration.ofSeconds(60)).until(() -> !screen().isBlank());
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

    /** Leaves the desk, its review read, in whichever language. */
    void quit() {
        enter("quit");
        await("the review", Duration.ofMinutes(1), now -> now.contains("Enter leaves") || now.contains("Enter 離開"));
        press("Enter");
    }

    /** Pastes as a terminal does: in brackets when the program asked for them. */
    void paste(String text) {
        run("set-buffer", text);
        run("paste-buffer", "-p", "-r");
    }

    /** Sends bytes as they stand. */
    void send(byte[] bytes) {
        for (int from = 0; from < bytes.length; from += 1000) {
            var keys = new ArrayList<>(List.of("send-keys", "-H"));
            for (int i = from; i < Math.min(bytes.length, from + 1000); i++) {
                keys.add(String.format("%02x", bytes[i]));
            }
            run(keys.toArray(String[]::new));
        }
    }

    void resize(int columns, int rows) {
        run("resize-window", "-x", "" + columns, "-y", "" + rows);
    }

    /** The rows as they stand, without colours. */
    String screen() {
        return run("capture-pane", "-p");
    }

    /** The rows as they stand, with the sequences of their colours. */
    String colouredScreen() {
        return run("capture-pane", "-p", "-e", "-N");
    }

    /** From now on all that is written to the terminal is added to a file too; null stops that. */
    void record(@Nullable Path file) {
        if (file == null) {
            run("pipe-pane");
        } else {
            run("pipe-pane", "cat >> " + file);
        }
    }

    /** What tmux knows, by its own name for it, e.g. {@code alternate_on}. */
    String ask(String name) {
        return run("display-message", "-p", "#{" + name + "}").strip();
    }

    /** Another look at the same session, as after logging in again. The caller ends it. */
    Process attach() throws IOException {
        var builder = new ProcessBuilder("script", "-qfc", "tmux -L " + socket + " attach", "/dev/null")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().remove("TMUX");
        return builder.start();
    }

    void detach() {
        run("detach-client", "-s", "0");
    }

    /** The process id of the desk that was started from the shell. */
    long program() {
        return Program.desk(shell()).pid();
    }

    /** The process id of the shell in the terminal. */
    long shell() {
        return Long.parseLong(ask("pane_pid"));
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
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
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

    /** The terminal is gone, as when a window is closed or a connection breaks; what runs in it is told. */
    void vanish() {
        if (open) {
            open = false;
            run("kill-server");
        }
    }

    @Override
    public void close() {
        vanish();
    }
}
