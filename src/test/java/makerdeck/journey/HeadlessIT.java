package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import makerdeck.faults.FaultRow;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk without a terminal: what it writes, what it understands, how it ends. */
class HeadlessIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration MINUTE = Duration.ofSeconds(60);

    /** The fields that every line of an event has. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "state",
            List.of("state", "reason"),
            "order",
            List.of("clientId", "orderId", "side", "price", "quantity", "state"),
            "fill",
            List.of("tradeId", "orderId", "side", "price", "quantity", "fee", "feeAsset", "maker"),
            "parameter",
            List.of("key", "old", "new", "source"),
            "command",
            List.of("line", "result"),
            "alert",
            List.of("level", "text"),
            "question",
            List.of("line", "preview", "answer", "withinMs"),
            "status",
            List.of(
                    "mid",
                    "spread",
                    "spreadReason",
                    "bidReason",
                    "bidCode",
                    "askReason",
                    "askCode",
                    "ratio",
                    "pnl",
                    "openOrders",
                    "dataAgeMs",
                    "rttMs"),
            "report",
            List.of("fills", "pnl", "fees"));

    @TempDir
    private Path home;

    @Test
    void aScriptRunsTheDeskAndReadsEveryKindOfEvent() throws IOException, InterruptedException {
        try (var desk = new HeadlessDesk(home, Map.of(), "--seed", "7")) {
            desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));
            desk.agree("set spread.mode fixed spread 0.03 fee-floor off");
            desk.await("parameter", SOON, line -> line.text("new").equals("0.03"));
            desk.type("sprad 3; pause");
            var mistake = desk.await("command", SOON, line -> line.text("line").startsWith("sprad"));
            desk.type("show health");
            desk.await("fill", MINUTE, line -> true);
            desk.await("status", SOON, line -> !line.text("spread").equals("null"));
            desk.type("quit");

            assertEquals(0, desk.exitCode(SOON));
            assertEquals(false, mistake.fields().get("ok"));
            assertEquals(
                    List.of(),
                    desk.all("state").stream()
                            .filter(line -> line.text("state").equals("PAUSED")
                                    && line.text("reason").equals("you"))
                            .toList());
            assertEquals(1, desk.all("report").size());
            assertEveryLineIsComplete(desk.lines());
        }
    }

    @Test
    void nothingThatTradesOrLoosensRunsWithoutAYes() throws IOException, InterruptedException {
        try (var desk = new HeadlessDesk(home, Map.of(), "--seed", "7")) {
            desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));
            desk.type("load preset high-vol");
            desk.await("parameter", SOON, line -> line.text("key").equals("target"));
            for (var line : List.of(
                    "rebalance on", "set target 15 threshold 5 rebalance on", "set band.hard 70", "set quantity 60")) {
                desk.type(line);
                desk.await("question", SOON, asked -> asked.text("line").equals(line));
                desk.type("no");
                desk.await(
                        "command",
                        SOON,
                        said -> said.text("line").equals(line)
                                && said.fields().get("ok").equals(false));
            }
            desk.agree("set target 5 threshold 2 rebalance on");
            var trade = desk.await("question", SOON, asked -> asked.text("line").startsWith("set target 5"));
            desk.await("parameter", SOON, line -> line.text("key").equals("rebalance"));
            desk.type("quit");

            assertEquals(0, desk.exitCode(SOON));
            assertTrue(
                    trade.text("preview")
                            .matches("(?s).*sell .*: by itself, in about a minute, at the prices of then.*"),
                    trade::toString);
            assertEquals(
                    Set.of("spread", "layers", "layer.growth", "target", "threshold", "rebalance"),
                    desk.all("parameter").stream().map(line -> line.text("key")).collect(Collectors.toSet()));
        }
    }

    private static void assertEveryLineIsComplete(List<HeadlessDesk.Line> lines) {
        var seen = new TreeSet<String>();
        for (var line : lines) {
            var wanted = new HashSet<>(FIELDS.getOrDefault(line.event(), List.of("an event that is listed")));
            wanted.removeAll(line.fields().keySet());
            assertEquals(Set.of(), wanted, () -> "missing in " + line);
            assertTrue(Instant.parse(line.text("ts")).isAfter(Instant.EPOCH), line::toString);
            line.fields()
                    .forEach((name, value) -> assertTrue(
                            value == null || value instanceof String || value instanceof Boolean,
                            () -> name + " in " + line));
            seen.add(line.event());
        }
        assertEquals(new TreeSet<>(FIELDS.keySet()), seen);
        var fill = lines.stream()
                .filter(line -> line.event().equals("fill"))
                .findFirst()
                .orElseThrow();
        assertInstanceOf(Boolean.class, fill.fields().get("maker"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    @FaultRow("37")
    void aSignalStopsTheDeskInOrderWithCodeZero(String signal) throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "9");
                var desk = new HeadlessDesk(home, venue.environment(), "--exchange", "backpack", "--start")) {
            desk.hangUpInput();
            desk.await("order", SOON, line -> line.text("state").equals("OPEN"));

            desk.signal(signal);

            assertEquals(0, desk.exitCode(SOON));
            assertEquals(0, venue.open());
            assertEquals(1, desk.all("report").size());
        }
    }

    @Test
    @FaultRow("50")
    void aReaderThatStopsReadingDelaysNobody() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "12");
                var desk = new DeafDesk(home, venue.environment())) {
            Awaitility.await("orders").atMost(SOON).until(() -> venue.open() >= 6);
            desk.fillThePipe();

            for (var move = 0; move < 3; move++) {
                var before = venue.orderIds();
                Awaitility.await("another order").atMost(SOON).until(() -> !before.containsAll(venue.orderIds()));
            }

            Signal.send(desk.process.pid(), "TERM");
            Awaitility.await("no order").atMost(SOON).until(() -> venue.open() == 0);
            assertTrue(desk.process.waitFor(40, TimeUnit.SECONDS));
            assertEquals(0, desk.process.exitValue());
        }
    }

    /** A desk that nobody listens to. */
    private record DeafDesk(Process process) implements AutoCloseable {

        DeafDesk(Path home, Map<String, String> environment) throws IOException {
            this(started(home, environment));
        }

        private static Process started(Path home, Map<String, String> environment) throws IOException {
            var builder = new ProcessBuilder(
                            Program.launcher().toString(), "--headless", "--exchange", "backpack", "--start")
                    .redirectError(home.resolve("desk.err").toFile());
            builder.environment().put("MAKERDECK_HOME", home.toString());
            builder.environment().putAll(environment);
            return builder.start();
        }

        /** Answers enough for any pipe. */
        void fillThePipe() throws IOException {
            var typed = process.getOutputStream();
            typed.write("help\n".repeat(500).getBytes(StandardCharsets.UTF_8));
            typed.flush();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @Test
    @FaultRow("37")
    void ordersThatCannotBeConfirmedCancelledAreCodeFiveAndNamed() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "10");
                var desk = new HeadlessDesk(home, venue.environment(), "--exchange", "backpack", "--start")) {
            desk.await("order", SOON, line -> line.text("state").equals("OPEN"));
            venue.signal("STOP");
            desk.type("quit");

            try {
                assertEquals(5, desk.exitCode(Duration.ofSeconds(30)));
            } finally {
                venue.signal("CONT");
            }
            var errors = Files.readString(home.resolve("desk.err"));
            assertTrue(errors.contains("clientId"), errors);
        }
    }

    @Test
    @FaultRow({"34", "41"})
    void aStoppedProcessTakesItsGapForStaleDataBeforeItQuotesAgain() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "11");
                var desk = new HeadlessDesk(home, venue.environment(), "--exchange", "backpack", "--start")) {
            desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));
            desk.await("order", SOON, line -> line.text("state").equals("OPEN"));
            desk.signal("STOP");
            var stopped = Instant.now();
            Awaitility.await("four seconds").pollDelay(Duration.ofSeconds(4)).until(() -> true);

            desk.signal("CONT");

            var pulled = desk.await(
                    "order",
                    SOON,
                    line -> after(line, stopped) && line.text("state").equals("CANCELLED"));
            var paused = desk.await(
                    "state",
                    SOON,
                    line -> after(line, stopped) && line.text("state").equals("PAUSED"));
            desk.await(
                    "state",
                    SOON,
                    line -> after(line, Instant.parse(paused.text("ts")))
                            && line.text("state").equals("QUOTING"));
            var first = desk.lines().stream()
                    .filter(line -> after(line, stopped) && line.event().equals("order"))
                    .filter(line ->
                            Set.of("SENT", "PENDING_CANCEL", "CANCELLED").contains(line.text("state")))
                    .findFirst()
                    .orElseThrow();
            // Where the stop was long enough for the guardian, they are gone without a word from the desk.
            assertNotEquals("SENT", first.text("state"), "quotes leave before any is placed: " + pulled);
        }
    }

    private static boolean after(HeadlessDesk.Line line, Instant when) {
        return Instant.parse(line.text("ts")).isAfter(when);
    }
}
