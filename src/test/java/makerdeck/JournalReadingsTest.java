package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Function;
import makerdeck.command.DeskCommand;
import makerdeck.journal.Entries;
import makerdeck.journal.Entry;
import makerdeck.journal.Journal;
import makerdeck.journal.NewerJournalException;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.snapshot.ResultRow;
import makerdeck.snapshot.Results;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who looks at the journal does not read it: a thread of its own does. */
class JournalReadingsTest {

    private static final Clock CLOCK = Clock.fixed(Entries.NOON.plusSeconds(600), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final JournalReadings readings = new JournalReadings(work::add, CLOCK);
    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("journal.db");
    }

    private void write(Entry... entries) throws NewerJournalException {
        var journal = Journal.open(file, Entries.OWNER, true, restored -> {}, CLOCK, trouble -> {}, aside -> {});
        List.of(entries).forEach(journal::record);
        new Thread(journal::run).start();
        journal.close();
    }

    private void writeSome() throws NewerJournalException {
        write(
                Entries.opened(),
                Entries.fill(1, Entries.NOON.plusSeconds(1)),
                Entries.feeIn("BNB", 2, Entries.NOON.plusSeconds(2)),
                Entries.fill(3, "order-3", Entries.NOON.plusSeconds(3), "REBALANCE"),
                new Entry.MarkedOut(Entries.NOON, "order-1", 1, Map.of(5, new BigDecimal("150.4002"))),
                Entries.valued(Entries.NOON.plusSeconds(60), "2.5", "2.950328"));
    }

    private void read() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private Results results() {
        readings.ask();
        read();
        return Objects.requireNonNull(readings.latest().results());
    }

    @Test
    void whoAsksNeverReadsItself() throws Exception {
        writeSome();
        readings.open(file, Entries.OWNER);
        readings.ask();

        assertTrue(readings.past().isEmpty());
        assertNull(readings.latest().results());
        read();
        assertEquals(3, readings.past().orElseThrow().fills().size());
        assertEquals(1, readings.past().orElseThrow().valuations().size());
        assertNotNull(readings.latest().results());
    }

    @Test
    void manyQuestionsAreOneReading() throws Exception {
        writeSome();
        readings.open(file, Entries.OWNER);
        read();
        readings.ask();
        readings.ask();
        readings.ask();

        assertTrue(work.size() <= 3, "no more is queued than was asked");
        var before = readings.latest();
        work.remove().run();
        var first = readings.latest();
        read();
        assertTrue(first != before && first == readings.latest(), "and it was read once");
    }

    @Test
    void theRowsOfEachTableAddUpToTheTotalInEveryColumn() throws Exception {
        writeSome();
        readings.open(file, Entries.OWNER);
        var results = results();

        for (var rows : List.of(results.days(), results.hours(), results.layers())) {
            for (var figure : List.<Function<ResultRow, BigDecimal>>of(
                    ResultRow::profit,
                    ResultRow::captured,
                    ResultRow::inventory,
                    ResultRow::fees,
                    ResultRow::rebalanced,
                    ResultRow::interest,
                    ResultRow::volumeQuote)) {
                var sum = rows.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertEquals(0, figure.apply(results.total()).compareTo(sum), rows::toString);
            }
            assertEquals(
                    results.total().fills(),
                    rows.stream().mapToLong(ResultRow::fills).sum());
        }
        assertEquals(0, new BigDecimal("2.5").compareTo(results.total().profit()));
        assertEquals("0.0016 BNB", results.total().feesApartText());
    }

    @Test
    void aRowIsTheSumOfItsParts() throws Exception {
        writeSome();
        readings.open(file, Entries.OWNER);
        var results = results();
        var rows = new ArrayList<>(results.layers());
        rows.add(results.total());

        assertEquals(
                List.of(ResultRow.Part.LAYER, ResultRow.Part.REBALANCE, ResultRow.Part.REST, ResultRow.Part.TOTAL),
                rows.stream().map(ResultRow::part).toList());
        for (var row : rows) {
            var parts = row.captured()
                    .add(row.inventory())
                    .subtract(row.fees())
                    .add(row.rebalanced())
                    .add(row.interest());
            assertEquals(0, row.profit().compareTo(parts), row::toString);
        }
    }

    @Test
    void theMarketAfterFillsIsToldInBasisPoints() throws Exception {
        writeSome();
        readings.open(file, Entries.OWNER);

        // Bought at 150.10, 5 s later 150.4002.
        assertEquals(
                Map.of(5, new ResultRow.Markout(1, new BigDecimal("20.0000"), null)),
                results().layers().get(0).markouts());
    }

    @Test
    void aFileThatCannotBeReadIsToldAndTheLastResultsStay() throws Exception {
        writeSome();
        readings.open(file, Entries.OWNER);
        var before = results();
        Files.writeString(file, "no journal".repeat(1000));
        Files.deleteIfExists(Path.of(file + "-wal"));

        assertEquals(before, results());
        assertEquals(
                "program.results.failed",
                Objects.requireNonNull(readings.latest().trouble()).key());
    }

    @Test
    void aDeskThatOnlyWatchesSaysThatItKeepsNone() {
        readings.none();
        readings.ask();

        assertEquals(
                "program.results.none-kept",
                Keys.of(Objects.requireNonNull(readings.latest().trouble())));
    }

    @Test
    void withoutAScreenTheyAreLinesAndTheDeskAnswersToo() throws Exception {
        writeSome();
        readings.open(file, Entries.OWNER);
        read();
        var said = new ArrayList<Message>();
        var commands = new ArrayList<DeskCommand>();
        var sink = new ResultsLines(readings, (severity, line) -> said.add(line))
                .before((line, command) -> commands.add(command));
        sink.accept("show orders", new DeskCommand.Show(DeskCommand.Show.Subject.ORDERS));
        sink.accept("show results", new DeskCommand.Show(DeskCommand.Show.Subject.RESULTS));

        assertEquals(2, commands.size());
        assertEquals(List.of(), said);
        read();
        var lines = said.stream().map(Spoken::english).toList();
        assertEquals(
                List.of("2026-09-01", "layer 1", "rebalances", "no fill", "bids", "unknown regime", "total"),
                lines.stream().map(line -> line.substring(0, line.indexOf(':'))).toList());
        assertEquals(
                "total: fills 3, volume 900.6 USDC, profit 2.5 = captured 0.02 + inventory 2.950328 - fees 0.24016"
                        + " + rebalanced -0.230168 + interest 0; 5 s later 20.00 bp +-? n1, quoted unknown; without 0.0016 BNB",
                lines.get(6));
        assertTrue(said.stream().map(Spoken.CHINESE::say).toList().get(6).startsWith("合計：成交 3"));
    }

    @Test
    void whatAProgrammeCountsOfThisMonthIsToldBesideThem() throws Exception {
        var heard = new Entry.Heard(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
        var near = new Entry.Rested(
                new BigDecimal("7.5"), new BigDecimal("72000"), new BigDecimal("36000"), Duration.ofSeconds(54));
        var far = new Entry.Rested(
                new BigDecimal("15"), new BigDecimal("90000"), new BigDecimal("90000"), Duration.ofSeconds(60));
        var minute =
                new Entry.MinuteRested(Entries.NOON, heard, near, far, new BigDecimal("2000"), new BigDecimal("25"));
        write(Entries.opened(), Entries.valued(Entries.NOON, "0"), minute);
        readings.open(file, Entries.OWNER);

        var results = results();

        var band = results.programme().get(0);
        assertEquals(0, new BigDecimal("7.5").compareTo(band.points()));
        // Of ten minutes.
        assertEquals(0, new BigDecimal("120").compareTo(band.bids()));
        assertEquals(0, new BigDecimal("9").compareTo(band.both()));
        assertEquals(0, new BigDecimal("1.25").compareTo(Objects.requireNonNull(band.maker())));
        var lines = ResultsLines.lines(results).stream().map(Spoken::english).toList();
        assertEquals(
                List.of("programme, this month, within 7.5 bp", "programme, this month, within 15 bp"),
                lines.stream()
                        .filter(line -> line.startsWith("programme"))
                        .map(line -> line.substring(0, line.indexOf(" of the mid")))
                        .toList());
    }
}
