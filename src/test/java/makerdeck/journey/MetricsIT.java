package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import makerdeck.process.HeldPort;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program serves its figures where it was told to. */
class MetricsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern MEASURED = Pattern.compile("makerdeck_(\\w+)_seconds_count ([1-9][0-9]*)");

    @TempDir
    private Path home;

    private static String figures(int port) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + port + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void aDeskThatQuotesIsSeenByAMonitoringSystem() throws IOException, InterruptedException {
        try (var held = new HeldPort();
                var desk =
                        new HeadlessDesk(home, Map.of(), "--seed", "7", "--metrics", String.valueOf(held.number()))) {
            var port = held.number();
            desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));

            Awaitility.await("what it does is measured").atMost(SOON).until(() -> {
                var measured = MEASURED.matcher(figures(port))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                return measured.contains("round_trip") && measured.contains("engine_step");
            });
            var figures = figures(port);
            assertTrue(figures.contains("makerdeck_state{makerdeck_state=\"quoting\"} 1\n"), figures);
            assertTrue(figures.contains("venue=\"demo\""), figures);
            desk.type("quit");
            assertEquals(0, desk.exitCode(SOON));
        }
    }

    @Test
    void anAddressThatIsTakenIsSaidAndNothingStarts() throws IOException, InterruptedException {
        try (var taken = new ServerSocket(0);
                var desk = new HeadlessDesk(
                        home, Map.of(), "--seed", "7", "--metrics", "127.0.0.1:" + taken.getLocalPort())) {
            assertEquals(2, desk.exitCode(SOON));
            var said = Files.readString(home.resolve("desk.err"));
            assertTrue(said.contains("--metrics 127.0.0.1:" + taken.getLocalPort()), said);
        }
    }
}
