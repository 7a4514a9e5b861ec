package makerdeck.guardian.supervisor;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import makerdeck.guardian.GuardianOrders;

/** A guardian's process, seen from the desk. The keeper's thread, except {@link #listen}. */
final class GuardianProcess {

    /** Neither the terminal's signals nor an order to all processes to end reach it: it leaves when the desk does. */
    private static final String OUT_OF_REACH = "trap '' HUP INT QUIT TERM; "
            + "if command -v setsid >/dev/null 2>&1; then exec setsid \"$@\"; fi; exec \"$@\"";

    private static final List<String> SMALL = List.of(
            "-Xms4m",
            "-Xmx24m",
            "-Xss256k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            // A core would hold the keys.
            "-XX:-CreateCoredumpOnCrash",
            // What is shared with the desk is not copied.
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-Xlog:cds*=off:stderr");

    private final Process process;
    private final BufferedWriter toGuardian;

    private GuardianProcess(Process process) {
        this.process = process;
        toGuardian = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts that program and hands it its charge. Throws {@link IOException} when that is not possible. */
    static GuardianProcess start(Class<?> program, GuardianOrders guardianOrders) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var guardian = List.of("-cp", System.getProperty("java.class.path"), program.getName());
        var command = Stream.of(List.of("/bin/sh", "-c", OUT_OF_REACH, "sh", java), SMALL, keptClasses(), guardian)
                .flatMap(List::stream)
                .toList();
        var builder = new ProcessBuilder(command)
                .directory(guardianOrders.folder().toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("BACKPACK_"));
        var started = new GuardianProcess(builder.start());
        for (var line : guardianOrders.lines()) {
            started.toGuardian.write(line + "\n");
        }
        started.toGuardian.flush();
        return started;
    }

    /** The launcher's archive of classes, if there is one. */
    private static List<String> keptClasses() {
        var archive = System.getProperty("makerdeck.classes", "");
        return archive.isEmpty() ? List.of() : List.of("-XX:SharedArchiveFile=" + archive);
    }

    /** Hands on what it says until it is gone. Blocks; a thread of its own. */
    void listen(Consumer<String> heard) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(heard);
        } catch (IOException | UncheckedIOException gone) {
            heard.accept("pipe: " + gone);
        }
    }

    void say(String line) throws IOException {
        toGuardian.write(line + "\n");
        toGuardian.flush();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Only of one that is gone. */
    int exitCode() {
        return process.exitValue();
    }

    void kill() {
        process.destroyForcibly();
    }
}
