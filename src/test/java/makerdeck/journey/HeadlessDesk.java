package makerdeck.journey;

import com.squareup.moshi.JsonReader;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okio.Buffer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The program without a screen, driven as a script would: command lines in, JSON lines out. */
final class HeadlessDesk implements AutoCloseable {

    /** One line of the output. */
    record Line(Map<String, Object> fields) {
        String event() {
            return text("event");
        }

        String text(String field) {
            return String.valueOf(fields.get(field));
        }
    }

    private final Process process;
    private final BufferedWriter typed;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Thread reading;

    HeadlessDesk(Path home, Map<String, String> environment, String... arguments) throws IOException {
        this(home, environment, List.of(), arguments);
    }

    /** @param surroundings a command that ends in running the words after it */
    HeadlessDesk(Path home, Map<String, String> environment, List<String> surroundings, String... arguments)
            throws IOException {
        var command = new ArrayList<>(surroundings);
        // A build in the background of a script hands on an ignored INT.
        command.addAll(List.of("env", "--default-signal=INT", Program.launcher().toString(), "--headless"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectError(home.resolve("desk.err").toFile());
        builder.environment().put("MAKERDECK_HOME", home.toString());
        builder.environment().putAll(environment);
        process = builder.start();
        typed = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        reading = new Thread(this::read, "output of the desk");
        reading.setDaemon(true);
        reading.start();
    }

    private void read() {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(new Line(parsed(line)));
            }
        } catch (IOException closed) {
            throw new UncheckedIOException("output of the desk", closed);
        }
    }

    private static Map<String, Object> parsed(String line) throws IOException {
        var fields = new LinkedHashMap<String, Object>();
        try (var json = JsonReader.of(new Buffer().writeUtf8(line))) {
            json.beginObject();
            while (json.hasNext()) {
                fields.put(json.nextName(), json.readJsonValue());
            }
            json.endObject();
        }
        return fields;
    }

    void type(String line) throws IOException {
        typed.write(line + "\n");
        typed.flush();
    }

    /** A line that is asked about, and the answer. */
    void agree(String line) throws IOException {
        type(line);
        type("yes");
    }

    /** Nothing more will be typed. */
    void hangUpInput() throws IOException {
        typed.close();
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Lines but for the first {@code known}. */
    List<Line> since(int known) {
        return List.copyOf(lines.subList(known, lines.size()));
    }

    long pid() {
        return process.pid();
    }

    /** How many processes it has beside it, its guardian among them. */
    long children() {
        return process.children().count();
    }

    /** The process of its guardian. */
    long guardian() {
        return process.children().findFirst().orElseThrow().pid();
    }

    /** As {@code kill -9} on it and first on its guardian, which gets no chance to cancel. */
    void killWithGuardian() throws InterruptedException {
        var all = new ArrayList<>(process.descendants().toList());
        Collections.reverse(all);
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    List<Line> all(String event) {
        return lines.stream().filter(line -> line.event().equals(event)).toList();
    }

    /** Waits for a line of an event that fits, among those so far too; fails with the last lines seen. */
    Line await(String event, Duration atMost, Predicate<Line> wanted) {
        try {
            return Awaitility.await()
                    .atMost(atMost)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> all(event).stream().filter(wanted).findFirst(), found -> found.isPresent())
                    .orElseThrow();
        } catch (ConditionTimeoutException never) {
            var last = lines.subList(Math.max(0, lines.size() - 20), lines.size());
            throw new AssertionError("waited in vain for " + event + "; last: " + last, never);
        }
    }

    /** Sends a signal by name, e.g. {@code STOP}. */
    void signal(String name) throws IOException, InterruptedException {
        Signal.send(process.pid(), name);
    }

    /** Waits for the end, and until its last line is read, and tells the exit code. */
    int exitCode(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + atMost);
        }
        reading.join(atMost.toMillis());
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
