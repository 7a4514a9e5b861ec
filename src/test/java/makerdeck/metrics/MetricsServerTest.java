package makerdeck.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import makerdeck.console.SampleDesk;
import makerdeck.engine.Bench;
import makerdeck.process.Threads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a desk as somebody who asks for them gets them. */
class MetricsServerTest {

    private static final String OLDER_TEXT = "text/plain;version=0.0.4";

    private final Bench bench = new Bench().started();
    private final Latencies latencies = new Latencies(bench.clock, () -> 0);
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private MetricsServer server;

    @BeforeEach
    void open() throws IOException {
        server = MetricsServer.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new DeskMetrics(bench::snapshot, latencies, bench.clock),
                Threads.daemons("metrics"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> ask(String method, String path, String accepted)
            throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("Accept", accepted)
                        .timeout(Duration.ofSeconds(30))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String figures() throws IOException, InterruptedException {
        return ask("GET", "/metrics", "*/*").body();
    }

    private static void assertHas(String figures, String line) {
        assertTrue(figures.lines().anyMatch(line::equals), line + " is not in " + figures);
    }

    @Test
    void aDeskThatQuotesSaysSoInOpenMetrics() throws IOException, InterruptedException {
        bench.pass(Duration.ofSeconds(20));

        var answer = ask("GET", "/metrics", "*/*");

        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/openmetrics-text"));
        assertTrue(answer.body().endsWith("# EOF\n"));
        assertHas(answer.body(), "makerdeck_info{mode=\"sim\",symbol=\"SOL_USDC\",venue=\"test\"} 1");
        assertHas(answer.body(), "makerdeck_state{makerdeck_state=\"quoting\"} 1");
        assertHas(answer.body(), "makerdeck_state{makerdeck_state=\"halted\"} 0");
        assertHas(answer.body(), "makerdeck_orders{owner=\"desk\",side=\"bid\"} 3.0");
        assertHas(answer.body(), "makerdeck_orders{owner=\"others\",side=\"ask\"} 0.0");
        assertHas(answer.body(), "makerdeck_stream_up{stream=\"private\"} 1.0");
        assertEquals(0, figure("makerdeck_engine_age_seconds"), 0.1);
        assertHas(answer.body(), "makerdeck_rejections_total 0.0");
    }

    @Test
    void everyQuotedSecondIsCountedOnTheWallClock() throws IOException, InterruptedException {
        bench.pass(Duration.ofSeconds(20));
        double before = figure("makerdeck_quoted_seconds_total{side=\"bid\"}");

        bench.pass(Duration.ofSeconds(10));

        assertEquals(before + 10, figure("makerdeck_quoted_seconds_total{side=\"bid\"}"), 0.5);
    }

    private double figure(String name) throws IOException, InterruptedException {
        return figures()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    @Test
    void latenciesAreCountedByTheirBoundsInSeconds() throws IOException, InterruptedException {
        latencies.roundTrip(Duration.ofMillis(3).toNanos());
        latencies.roundTrip(Duration.ofMillis(40).toNanos());
        latencies.frame(Duration.ofMinutes(5).toNanos());

        var figures = figures();

        assertHas(figures, "makerdeck_round_trip_seconds_bucket{le=\"0.0025\"} 0");
        assertHas(figures, "makerdeck_round_trip_seconds_bucket{le=\"0.005\"} 1");
        assertHas(figures, "makerdeck_round_trip_seconds_bucket{le=\"0.05\"} 2");
        assertHas(figures, "makerdeck_round_trip_seconds_count 2");
        assertHas(figures, "makerdeck_frame_seconds_bucket{le=\"10.0\"} 0");
        assertHas(figures, "makerdeck_frame_seconds_bucket{le=\"+Inf\"} 1");
        // Read twice, counted once.
        assertHas(figures(), "makerdeck_round_trip_seconds_count 2");
    }

    @Test
    void promtoolHasNothingToSayAgainstNamesAndHelp() throws IOException, InterruptedException {
        bench.pass(Duration.ofSeconds(20));
        var text = Files.writeString(
                folder.resolve("figures"), ask("GET", "/metrics", OLDER_TEXT).body());

        var verdict = Promtool.run(text, "check", "metrics");

        assertEquals("", verdict.said());
        assertEquals(0, verdict.code());
    }

    @Test
    void promtoolReadsTheRulesThatAreShipped() throws IOException, InterruptedException {
        var verdict = Promtool.run(Path.of("/dev/null"), "check", "rules", "src/dist/monitoring/makerdeck.rules.yml");

        assertEquals(0, verdict.code(), verdict.said());
    }

    /** What rules and dashboard ask for is there. */
    @Test
    void everyFigureOfRulesAndDashboardExists() throws IOException, InterruptedException {
        bench.pass(Duration.ofSeconds(20));
        // A desk with books open and a guardian.
        var sample = new SampleDesk();
        var all = figures() + Series.text(new DeskMetrics(sample::snapshot, latencies, bench.clock).read());
        for (var file : new String[] {"makerdeck.rules.yml", "makerdeck-dashboard.json"}) {
            var text = Files.readString(Path.of("src/dist/monitoring", file));
            var asked = Pattern.compile("makerdeck_[a-z_]+(?=[{\\[ )])")
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList();
            assertFalse(asked.isEmpty());
            asked.forEach(name -> assertTrue(all.contains("\n" + name), file + ": " + name));
        }
    }

    @Test
    void nothingElseIsServedAndNothingIsTaken() throws IOException, InterruptedException {
        assertEquals(404, ask("GET", "/", "*/*").statusCode());
        assertEquals(405, ask("POST", "/metrics", "*/*").statusCode());
        assertEquals("", ask("HEAD", "/metrics", "*/*").body());
    }

    @Test
    void somebodyWhoAsksHalfAQuestionKeepsNobodyElseWaiting() throws IOException, InterruptedException {
        try (var slow =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            slow.getOutputStream().write("GET /met".getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().flush();

            assertEquals(200, ask("GET", "/metrics", "*/*").statusCode());
        }
    }
}
