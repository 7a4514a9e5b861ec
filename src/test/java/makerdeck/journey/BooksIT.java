package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged program tells of a journal that a desk of it has just left: export and report. */
class BooksIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    /** What it prints on standard output; nothing may stand in its errors. */
    private String run(String... words) throws IOException, InterruptedException {
        var output = Files.createTempFile(home, "books", ".out");
        var errors = Files.createTempFile(home, "books", ".err");
        var command = new ArrayList<>(List.of(Program.launcher().toString()));
        command.addAll(List.of(words));
        var builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("MAKERDECK_HOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals("", Files.readString(errors));
        assertEquals(0, process.exitValue());
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** Trades until there are fills of both sides, asks for results, and leaves in order. */
    private String lived(VenueProcess venue) throws IOException, InterruptedException {
        try (var desk = new DeskProcess(
                home, venue.environment(), "--exchange", "backpack", "--start", "--duration", "0", "--interval", "1")) {
            Awaitility.await("quotes").atMost(SOON).until(() -> desk.output().contains("\"state\":\"QUOTING\""));
            desk.enter("set spread.mode fixed fee-floor off spread 0.01");
            desk.enter("yes");
            Awaitility.await("fills")
                    .atMost(SOON)
                    .until(() -> fills(desk.output(), "bid") > 0 && fills(desk.output(), "ask") > 0);
            desk.enter("quit");
            assertEquals(0, desk.exitCode(), desk::errors);
            return desk.output();
        }
    }

    private static long fills(String output, String side) {
        return output.lines()
                .filter(line -> line.contains("\"event\":\"fill\"") && line.contains("\"side\":\"" + side + "\""))
                .count();
    }

    private static BigDecimal sum(List<String> rows, int column) {
        return rows.stream()
                .map(row -> new BigDecimal(row.split(",", -1)[column]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void exportAndReportTellWhatTheVenueKnows() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "31")) {
            lived(venue);
            var ledger = VenueLedger.read(venue);

            var rows = run("export", "fills", "--simulated").lines().toList();
            var columns = List.of(rows.get(0).split(","));
            var fills = rows.subList(1, rows.size());
            assertEquals(ledger.fills(), fills.size());
            assertEquals(0, ledger.base().compareTo(sum(fills, columns.indexOf("quantity"))));
            assertEquals(
                    fills.size(),
                    run("export", "fills", "--simulated", "--format", "jsonl")
                            .lines()
                            .count());
            assertEquals(
                    rows,
                    run("export", "fills", "--simulated", "--from", "2020-01-01")
                            .lines()
                            .toList());

            var text = run("report");
            var total = text.lines()
                    .filter(line -> line.startsWith("total"))
                    .map(String::strip)
                    .toList();
            assertEquals(Long.toString(ledger.fills()), total.get(0).split(" +")[1]);
            assertEquals(0, ledger.base().compareTo(new BigDecimal(total.get(1).split(" +")[5])));
            assertTrue(text.contains("Fee tier: not known for 127.0.0.1:"), text);
            assertTrue(text.contains("cost: maker 8 bp, taker "), text);
            assertTrue(text.contains("Market-maker programme"), text);
            assertTrue(text.lines().anyMatch(line -> line.matches("\\d{4}-\\d\\d +7\\.5 .*%")), text);

            assertPage(run("report", "--html", "--days", "2"), text);
            assertTrue(run("report", "--lang", "zh-TW").contains("做市計畫"));
        }
    }

    /** Whole, of its own, and of the same figures. */
    private static void assertPage(String page, String text) {
        assertTrue(page.startsWith("<!DOCTYPE html>") && page.strip().endsWith("</html>"), page);
        assertFalse(page.contains("src=") || page.contains("http://") || page.contains("https://"), page);
        text.lines()
                .filter(line -> line.startsWith("total"))
                .flatMap(line -> List.of(line.strip().split(" {2,}")).stream())
                .filter(figure -> !figure.endsWith("%"))
                .forEach(figure -> assertTrue(page.contains(figure), figure));
    }
}
