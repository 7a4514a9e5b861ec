package makerdeck.journey;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A desk without a screen in a process of its own: commands in, JSON lines to a file. */
final class DeskProcess implements AutoCloseable {

    private final Process process;
    private final PrintStream commands;
    private final Path output;
    private final Path errors;

    DeskProcess(Path home, Map<String, String> environment, String... arguments) throws IOException {
        output = Files.createTempFile(home, "desk", ".out");
        errors = Files.createTempFile(home, "desk", ".err");
        var command = new ArrayList<>(List.of(Program.launcher().toString(), "--headless"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .directory(new File(home.toString()));
        builder.environment().put("MAKERDECK_HOME", home.toString());
        builder.environment().putAll(environment);
        process = builder.start();
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    void enter(String line) {
        commands.println(line);
    }

    /** What it has printed so far. */
    String output() {
        return read(output);
    }

    String errors() {
        return read(errors);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + file, unreadable);
        }
    }

    /** Its own process: the launcher becomes the desk when there is no terminal. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    /** The processes it has started, its guardian among them. */
    List<ProcessHandle> guardians() {
        return process.children().toList();
    }

    /** The exit code, waited for. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after 40 s: " + output());
        }
        return process.exitValue();
    }

    /** As {@code kill -9}: it gets no chance to say or do anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
