package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import makerdeck.faults.FaultRow;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program over several lives on one account: journal, report, lock, and no trace of the secret. */
class RestartIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int KILLS = Math.max(3, Math.min(50, Integer.getInteger("campaign", 0)));

    @TempDir
    private Path home;

    private static void await(String what, BooleanSupplier wanted) {
        Awaitility.await(what).atMost(SOON).pollInterval(Duration.ofMillis(50)).until(wanted::getAsBoolean);
    }

    private DeskProcess desk(VenueProcess venue) throws IOException {
        return new DeskProcess(
                home,
                venue.environment(),
                "--exchange",
                "backpack",
                "--start",
                "--duration",
                "0",
                "--spread",
                "0.1",
                "--interval",
                "1");
    }

    private String report() throws IOException, InterruptedException {
        var output = home.resolve("report.out");
        var builder = new ProcessBuilder(Program.launcher().toString(), "report")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("MAKERDECK_HOME", home.toString());
        var process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), Files.readString(output));
        return Files.readString(output);
    }

    private BigDecimal inBooks(String name) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("state/journal.db"));
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT sums FROM books ORDER BY id DESC LIMIT 1")) {
            return row.getString(1)
                    .lines()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> new BigDecimal(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void assertSame(BigDecimal expected, String actual) {
        assertEquals(0, expected.compareTo(new BigDecimal(actual)), expected.toPlainString() + " was " + actual);
    }

    @Test
    @FaultRow({"35", "36"})
    void killedAgainAndAgainItBooksEveryFillOnceAndTheTotalsAreTheVenues()
            throws IOException, InterruptedException, SQLException {
        try (var venue = new VenueProcess(home, "--seed", "31")) {
            for (var number = 1; number <= KILLS; number++) {
                live(venue, number);
            }
            var report = end(venue);

            var ledger = VenueLedger.read(venue);
            assertTrue(ledger.fills() > 0);
            assertEquals(Long.toString(ledger.fills()), VenueLedger.field(report, "fills"));
            assertSame(ledger.base(), VenueLedger.field(report, "volumeBase"));
            assertSame(ledger.quote(), VenueLedger.field(report, "volumeQuote"));
            assertSame(ledger.fees(), VenueLedger.field(report, "fees"));
            assertSame(ledger.held("SOL"), inBooks("base").toPlainString());
            assertSame(ledger.held("USDC"), inBooks("quote").toPlainString());
            assertEquals(0, inBooks("transfers").signum());
            var total = report().lines()
                    .filter(line -> line.startsWith("total"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(Long.toString(ledger.fills()), total.strip().split(" +")[1]);
            System.out.println(KILLS + " kills, " + ledger.fills() + " fills, each booked once");
            assertNoSecret(venue);
        }
    }

    private void live(VenueProcess venue, int number) throws IOException, InterruptedException {
        try (var desk = desk(venue)) {
            await("quotes", () -> desk.output().contains("\"state\":\"QUOTING\""));
            desk.enter("set spread.mode fixed fee-floor off spread 0.01");
            desk.enter("yes");
            await("a fill", () -> desk.output().contains("\"event\":\"fill\""));
            var length = new SplittableRandom(number).nextLong(3000);
            Awaitility.await().pollDelay(Duration.ofMillis(length)).atMost(SOON).until(() -> true);
            desk.kill();
        }
    }

    /** A last life that leaves in order; its report as JSON. */
    private String end(VenueProcess venue) throws IOException, InterruptedException {
        try (var desk = desk(venue)) {
            await("quotes", () -> desk.output().contains("\"state\":\"QUOTING\""));
            desk.enter("quit");
            assertEquals(0, desk.exitCode(), desk::errors);
            return desk.output()
                    .lines()
                    .filter(line -> line.contains("\"event\":\"report\""))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    @FaultRow("38")
    void onlyOneDeskTradesAnAccountAndASymbol() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "32");
                var first = desk(venue)) {
            await("quotes", () -> first.output().contains("\"state\":\"QUOTING\""));

            try (var second = desk(venue)) {
                assertEquals(3, second.exitCode());
                assertTrue(second.errors().contains("(process " + first.handle().pid() + ")"), second.errors());
                assertEquals(1, second.errors().lines().count(), second.errors());
            }
            assertTrue(report().contains("SOL_USDC on 127.0.0.1:"), report());
            first.kill();

            try (var third = desk(venue)) {
                await("quotes", () -> third.output().contains("\"state\":\"QUOTING\""));
            }
        }
    }

    @Test
    @FaultRow("39")
    void aJournalThatCannotBeWrittenIsAnAlertAndNothingIsQuoted() throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("state/journal.db"));
        try (var venue = new VenueProcess(home, "--seed", "34");
                var desk = desk(venue)) {
            await("the state", () -> desk.output().contains("\"state\":\"REDUCE\""));

            await("what it says of it", () -> desk.output().contains("journal failed: "));
            assertEquals(0, venue.open());
            desk.enter("quit");
            assertEquals(0, desk.exitCode(), desk::errors);
        }
    }

    @Test
    @FaultRow("40")
    void aDamagedJournalIsKeptAsideAndTheDeskSaysSo() throws IOException {
        Files.createDirectories(home.resolve("state"));
        Files.writeString(home.resolve("state/journal.db"), "no journal at all ".repeat(500));
        try (var venue = new VenueProcess(home, "--seed", "35");
                var desk = desk(venue)) {
            await("quotes", () -> venue.open() > 0);

            await("what it says of it", () -> desk.output()
                    .contains("the journal was damaged: kept as journal.db.damaged-"));
        }
    }

    @Test
    void aReportWithoutAJournalSaysSo() throws IOException, InterruptedException {
        assertTrue(report().startsWith("no journal at "), report());
    }

    @Test
    void theFullScreenLeavesNoSecretBehind() throws IOException {
        try (var venue = new VenueProcess(home, "--seed", "33");
                var terminal = new Tmux(100, 30, home.toFile())) {
            terminal.enter("MAKERDECK_HOME=" + home + " " + venue.shellPrefix() + " " + Program.launcher()
                    + " --exchange backpack --start");
            terminal.await("quotes", SOON, "QUOTING");
            terminal.enter("set spread 0.3");
            terminal.await("the change", SOON, "0.2 -> 0.3");
            terminal.enter("show health");
            terminal.quit();
            await("no order", () -> venue.open() == 0);
            await("the history", () -> Files.exists(home.resolve("state/history")));

            assertNoSecret(venue);
        }
    }

    /** No file of the run holds the secret, in any spelling. */
    private void assertNoSecret(VenueProcess venue) throws IOException {
        var secret = String.valueOf(new HashMap<>(venue.environment()).get("BACKPACK_SECRET"));
        var bytes = Base64.getDecoder().decode(secret);
        var spellings = List.of(
                secret,
                secret.replace("=", ""),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes),
                new String(bytes, StandardCharsets.ISO_8859_1));
        List<Path> files;
        try (var walk = Files.walk(home)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        assertTrue(files.stream().anyMatch(file -> file.endsWith("makerdeck.log")), files::toString);
        assertTrue(files.stream().anyMatch(file -> file.endsWith("journal.db")), files::toString);
        for (var file : files) {
            var content = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (var spelling : spellings) {
                assertFalse(content.contains(spelling), file::toString);
            }
        }
    }
}
