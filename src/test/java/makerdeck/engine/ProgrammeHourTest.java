package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.journal.DaysReader;
import makerdeck.journal.Entry;
import makerdeck.journal.Journal;
import makerdeck.journal.JournalOwner;
import makerdeck.journal.ProgrammeMonth;
import makerdeck.journal.RestoredBooks;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A desk with fills, cancels, pauses, disconnects, faults and a kill: what it counts for a market-maker programme
 * is what a script that shares nothing with it makes of the recorded lines: ten minutes of it, with {@code -Dcampaign=N} N seeds of an hour too.
 */
class ProgrammeHourTest {

    private static final BigDecimal TOLERATED = new BigDecimal("0.01");
    private static final BigDecimal MINUTE = new BigDecimal("60000000000");
    private static final Map<String, String> BANDS = Map.of("programme.near", "7.5", "programme.far", "15");
    private static final Map<String, String> DESK =
            Map.of("spread.mode", "fixed", "spread", "0.1", "fee-floor", "off", "duration", "0", "rebalance", "on");

    private final List<Entry> entries = new ArrayList<>();

    @TempDir
    private Path folder;

    /** The first is the short one. */
    static LongStream seeds() {
        return LongStream.rangeClosed(0, Integer.getInteger("campaign", 0));
    }

    private void life(Bench bench, ProgrammeLines lines, long firstNumber) {
        var port = new JournalPort(
                RestoredBooks.NONE,
                entry -> {
                    entries.add(entry);
                    lines.written(entry);
                },
                Bench.numbers(firstNumber),
                false);
        bench.engine = bench.life(Parameters.defaults().with(DESK), true, port);
    }

    /** {@code times}: how many times as long it all is; 6 make an hour. */
    private ProgrammeLines lived(long seed, int times) {
        var bench = new Bench(new MarketSource.Agents(MarketPreset.DEMO), seed);
        bench.keepsOrderNews = false;
        var lines = new ProgrammeLines(bench, BANDS);
        bench.heard = lines::heard;
        life(bench, lines, 0);
        bench.startedAsItIs().pass(Duration.ofSeconds(100L * times));
        bench.command("pause bid", new DeskCommand.Pause(Side.BID, null));
        bench.pass(Duration.ofSeconds(17L * times));
        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(30L * times));
        bench.venue.streamsDown("closed");
        bench.pass(Duration.ofSeconds(41));
        bench.venue.streamsUp();
        bench.pass(Duration.ofSeconds(40L * times));
        var spread = "0.1";
        for (var fault : List.of(
                Fault.WS_SILENCE, Fault.CANCEL_TIMEOUT, Fault.POST_TIMEOUT, Fault.PRIVATE_SILENCE, Fault.DEPTH_GAP)) {
            bench.venue.faults.add(fault);
            // All orders are to go and others to come, whatever becomes of the requests.
            spread = spread.equals("0.1") ? "0.12" : "0.1";
            bench.command("set spread " + spread, new DeskCommand.SetParameters(Map.of("spread", spread)));
            bench.pass(Duration.ofSeconds(8));
            bench.venue.faults.clear();
            bench.pass(Duration.ofSeconds(20L * times));
        }
        bench.command("set programme.near 4", new DeskCommand.SetParameters(Map.of("programme.near", "4")));
        bench.pass(Duration.ofSeconds(70L * times));
        // Killed: the minute that ran is lost, and some more are never counted.
        lines.killed();
        bench.passWithoutDesk(Duration.ofSeconds(130));
        life(bench, lines, 1_000_000);
        lines.written(new Entry.ParameterChanged(bench.clock.instant(), "programme.near", "4", "7.5", "start"));
        bench.venue.start();
        bench.pass(Duration.ofSeconds(130L * times));
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(5));
        return lines;
    }

    private Map<String, List<BigDecimal>> byScript(List<String> lines) throws IOException, InterruptedException {
        var recorded = Files.write(folder.resolve("lines"), lines);
        var rows = folder.resolve("rows");
        Process script;
        try {
            script = new ProcessBuilder("python3", "src/test/python/programme.py")
                    .redirectInput(recorded.toFile())
                    .redirectOutput(rows.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException absent) {
            Assumptions.abort("python3 is not there: " + absent.getMessage());
            return Map.of();
        }
        assertEquals(0, script.waitFor());
        var found = new TreeMap<String, List<BigDecimal>>();
        for (var row : Files.readAllLines(rows)) {
            var words = row.split(" ");
            found.put(
                    words[0] + " " + words[1] + " " + words[2],
                    List.of(words).subList(3, words.length).stream()
                            .map(BigDecimal::new)
                            .toList());
        }
        return found;
    }

    private Map<String, List<BigDecimal>> byDesk() {
        var found = new TreeMap<String, List<BigDecimal>>();
        for (var entry : entries) {
            if (entry instanceof Entry.MinuteRested minute) {
                var key = minute.at().getEpochSecond() + "000000000 "
                        + minute.near().points().toPlainString() + " "
                        + minute.far().points().toPlainString();
                var figures = figures(minute);
                var before = found.get(key);
                if (before != null) {
                    for (int i = 0; i < figures.size(); i++) {
                        figures.set(i, figures.get(i).add(before.get(i)));
                    }
                }
                found.put(key, figures);
            }
        }
        return found;
    }

    private static List<BigDecimal> figures(Entry.MinuteRested minute) {
        var heard = minute.heard();
        var near = minute.near();
        var far = minute.far();
        return new ArrayList<>(List.of(
                nanos(heard.ran()),
                nanos(heard.known()),
                nanos(heard.tape()),
                near.bids(),
                near.asks(),
                nanos(near.both()),
                far.bids(),
                far.asks(),
                nanos(far.both()),
                minute.market(),
                minute.maker()));
    }

    private static BigDecimal nanos(Duration length) {
        return BigDecimal.valueOf(length.toNanos());
    }

    private static void assertNear(BigDecimal expected, BigDecimal actual, String what) {
        var apart = expected.subtract(actual).abs();
        assertTrue(apart.compareTo(TOLERATED) <= 0, () -> what + ": " + expected + " was " + actual);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aScriptOverRecordedLinesCountsTheSame(long seed) throws IOException, InterruptedException {
        var lines = lived(seed, seed == 0 ? 1 : 6).lines();

        var expected = byScript(lines);

        var actual = byDesk();
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((row, figures) -> {
            var counted = actual.getOrDefault(row, List.of());
            for (int i = 0; i < figures.size(); i++) {
                boolean isTime = i < 3 || i == 5 || i == 8;
                boolean isValue = !isTime && i < 9;
                // Times in % of a minute, values as its average, volumes as they are.
                var scale = isTime ? MINUTE.movePointLeft(2) : isValue ? MINUTE.movePointLeft(9) : BigDecimal.ONE;
                var context = java.math.MathContext.DECIMAL64;
                assertNear(
                        figures.get(i).divide(scale, context),
                        counted.get(i).divide(scale, context),
                        row + " figure " + i);
            }
        });
        assertEventful(expected);
        assertMonth(expected);
    }

    private static BigDecimal sum(Map<String, List<BigDecimal>> rows, int figure) {
        return rows.values().stream().map(row -> row.get(figure)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Or nothing is proved. */
    private void assertEventful(Map<String, List<BigDecimal>> rows) {
        System.out.println("minutes " + rows.size() + ", sums "
                + java.util.stream.IntStream.range(0, 11)
                        .mapToObj(i -> sum(rows, i).stripTrailingZeros().toPlainString())
                        .toList());
        assertTrue(rows.keySet().stream().anyMatch(row -> row.contains(" 4 15")));
        assertTrue(sum(rows, 1).compareTo(sum(rows, 0)) < 0, "all was known");
        assertTrue(sum(rows, 2).compareTo(sum(rows, 0)) < 0, "the tape was heard all along");
        assertTrue(sum(rows, 5).signum() > 0 && sum(rows, 5).compareTo(sum(rows, 8)) < 0, "bands do not differ");
        assertTrue(sum(rows, 8).compareTo(sum(rows, 1)) < 0, "both sides all along");
        assertTrue(sum(rows, 10).signum() > 0 && sum(rows, 10).compareTo(sum(rows, 9)) < 0, "no fill");
        assertTrue(
                entries.stream()
                                .filter(Entry.OrderMoved.class::isInstance)
                                .filter(order ->
                                        ((Entry.OrderMoved) order).state().equals("UNKNOWN"))
                                .count()
                        > 0,
                "no order was in doubt");
    }

    /** Through the journal and back. */
    private void assertMonth(Map<String, List<BigDecimal>> rows) throws IOException {
        var file = folder.resolve("journal.db");
        var owner = new JournalOwner("account", "SOL_USDC", "test", "TEST", 1);
        var now = Bench.START.plus(Duration.ofHours(1));
        var journal = Journal.open(
                file, owner, false, restored -> {}, Clock.fixed(now, ZoneOffset.UTC), trouble -> {}, aside -> {});
        entries.stream()
                .filter(entry -> entry instanceof Entry.MinuteRested
                        || entry instanceof Entry.BooksOpened
                        || entry instanceof Entry.BooksValued)
                .forEach(journal::record);
        new Thread(journal::run).start();
        journal.close();
        var day = LocalDate.ofInstant(Bench.START, ZoneOffset.UTC);
        var desk = DaysReader.read(file, day, day, now).get(0);

        assertEquals(2, desk.programme().size());
        for (var month : desk.programme()) {
            var of = new TreeMap<>(rows);
            of.keySet()
                    .removeIf(row -> !row.endsWith(" " + month.near().points().toPlainString() + " 15"));
            assertMonth(month, of);
        }
    }

    private static void assertMonth(ProgrammeMonth month, Map<String, List<BigDecimal>> rows) {
        var wall = BigDecimal.valueOf(month.wall().toNanos());
        var context = java.math.MathContext.DECIMAL64;
        var percents = Map.of(
                1, month.heard().known(), 5, month.near().both(), 8, month.far().both());
        percents.forEach((figure, length) -> assertNear(
                sum(rows, figure).movePointRight(2).divide(wall, context), month.percent(length), "% " + figure));
        var values = Map.of(
                3,
                month.near().bids(),
                4,
                month.near().asks(),
                6,
                month.far().bids(),
                7,
                month.far().asks());
        values.forEach((figure, value) -> assertNear(
                sum(rows, figure).movePointRight(9).divide(wall, context), month.average(value), "value " + figure));
        assertNear(
                sum(rows, 10).movePointRight(2).divide(sum(rows, 9), context),
                month.makerPercent().orElseThrow(),
                "share");
    }
}
