package makerdeck.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.backpack.wire.signing.SigningString;

/** The embedded venue in a process of its own, and its account seen through a second pair of eyes. */
final class VenueProcess implements AutoCloseable {

    private static final Pattern SIDE = Pattern.compile("\"side\":\"(Bid|Ask)\"");

    private static final Pattern ORDER_ID = Pattern.compile("\"id\":\"([0-9]+)\"");

    private final Process process;
    private final BufferedReader lines;
    private final PrintStream commands;
    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    VenueProcess(Path home, String... arguments) throws IOException {
        this(home, Map.of(), arguments);
    }

    /** @param surroundings of the process, beside the test's own environment */
    VenueProcess(Path home, Map<String, String> surroundings, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Program.launcher().toString(), "venue"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectError(home.resolve("venue.err").toFile());
        builder.environment().put("MAKERDECK_HOME", home.toString());
        builder.environment().putAll(surroundings);
        process = builder.start();
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        for (var i = 0; i < 6; i++) {
            var line = String.valueOf(lines.readLine());
            var split = line.indexOf('=');
            if (split < 0) {
                throw new IllegalStateException("the venue must print six NAME=value lines, printed: " + line);
            }
            environment.put(line.substring(0, split), line.substring(split + 1));
        }
    }

    /** What a client needs: addresses and keys. */
    Map<String, String> environment() {
        return environment;
    }

    /** The environment as a prefix for a shell line. */
    String shellPrefix() {
        return new TreeMap<>(environment)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "='" + entry.getValue() + "'")
                        .collect(Collectors.joining(" "));
    }

    /** Tells a venue that was started with {@code --commands} what to do; its answer. */
    String tell(String line) throws IOException {
        commands.println(line);
        return String.valueOf(lines.readLine());
    }

    /** The same, when there may be no answer. */
    void type(String line) {
        commands.println(line);
    }

    /** Calls it, whatever comes of that. */
    void knock() {
        var request = HttpRequest.newBuilder(URI.create(environment.get("BACKPACK_API_URL") + "/api/v1/time"))
                .timeout(Duration.ofSeconds(2))
                .build();
        var unused = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    }

    /** How many open orders the account has on this side, as the venue says. */
    long open(String side) {
        return SIDE.matcher(get(Instruction.ORDER_QUERY_ALL, "/api/v1/orders", "symbol", "SOL_USDC"))
                .results()
                .filter(match -> match.group(1).equals(side))
                .count();
    }

    long open() {
        return SIDE.matcher(get(Instruction.ORDER_QUERY_ALL, "/api/v1/orders", "symbol", "SOL_USDC"))
                .results()
                .count();
    }

    String get(Instruction instruction, String path, String name, String value) {
        return get(instruction, path, List.of(Map.entry(name, value)));
    }

    /** A signed query by the key that may only read: it has a request limit of its own. */
    String get(Instruction instruction, String path, List<Map.Entry<String, String>> parameters) {
        var at = Instant.now();
        var window = Duration.ofSeconds(5);
        var text = SigningString.ofQuery(instruction, parameters, at, window);
        var signer = new Signer(environment.getOrDefault("BACKPACK_READ_SECRET", ""));
        var query = parameters.stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(environment.get("BACKPACK_API_URL") + path + "?" + query))
                .header("X-API-Key", signer.publicKey())
                .header("X-Signature", signer.sign(text))
                .header("X-Timestamp", Long.toString(at.toEpochMilli()))
                .header("X-Window", Long.toString(window.toMillis()))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException failed) {
            throw new IllegalStateException(path + " failed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    long pid() {
        return process.pid();
    }

    /** The exit code, waited for. */
    int exitCode(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the venue still runs after " + atMost);
        }
        return process.exitValue();
    }

    /** Sends a signal by name, e.g. {@code STOP}. */
    void signal(String name) throws IOException, InterruptedException {
        Signal.send(process.pid(), name);
    }

    /** The ids of the account's open orders, as the venue says. */
    Set<String> orderIds() {
        return ORDER_ID.matcher(get(Instruction.ORDER_QUERY_ALL, "/api/v1/orders", "symbol", "SOL_USDC"))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the venue did not stop within 60 s of TERM");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
