package makerdeck.console.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import makerdeck.command.ChartSpan;
import makerdeck.command.PaneName;
import makerdeck.console.SampleDesk;
import makerdeck.console.history.Past;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.domain.Candle;
import makerdeck.domain.Side;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The market pane alone on the screen, with both sets of glyphs and in both languages. */
class MarketPaneTest {

    private static final int COLUMNS = 120;
    private static final int ROWS = 40;

    private final Screens screens = new Screens();

    static Stream<Arguments> looks() {
        return Stream.of(Glyphs.ASCII, Glyphs.UNICODE).flatMap(glyphs -> Stream.of(Spoken.ENGLISH, Spoken.CHINESE)
                .map(speech -> Arguments.of(glyphs, speech)));
    }

    @BeforeEach
    void zoom() {
        screens.focus = PaneFocus.NONE.zoom(PaneName.MARKET);
        screens.rememberNothing();
    }

    private void look(Glyphs glyphs, Speech speech) {
        screens.glyphs = glyphs;
        screens.speech = speech;
    }

    private void see(String mid, Instant at) {
        screens.history.see(screens.desk.snapshot(), new BigDecimal(mid), at);
    }

    /** A quiet hour up to now. */
    private void quietHour() {
        for (int ago = 3000; ago >= 0; ago -= 10) {
            see(ago % 60 < 30 ? "148.25" : "148.35", SampleDesk.NOON.minusSeconds(ago));
        }
    }

    /** Rows of the chart, from its top, without title and axis. */
    private List<String> chart() {
        var rows = screens.rows(COLUMNS, ROWS);
        return rows.stream()
                .skip(2)
                .takeWhile(row -> !row.matches("\\d\\d[:-]\\d\\d .*"))
                .toList();
    }

    private static long drawnRows(List<String> chart, int from, int to) {
        return chart.stream().filter(row -> !row.substring(from, to).isBlank()).count();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theTimeAxisIsThatOfTheSpan(Glyphs glyphs, Speech speech) {
        look(glyphs, speech);
        quietHour();

        screens.span = ChartSpan.MINUTES;
        for (var expected : List.of(
                List.of("11:56", "11:57", "12:00"),
                List.of("11:10", "11:20", "12:00"),
                List.of("07:00", "08:00", "12:00"),
                List.of("16:00", "20:00", "12:00"),
                List.of("02-24", "02-25", "03-02"))) {
            var axis = axis();
            expected.forEach(time -> assertTrue(axis.contains(time), axis + " has no " + time));
            screens.span = screens.span.by(1);
        }
    }

    private String axis() {
        return screens.rows(COLUMNS, ROWS).stream()
                .filter(row -> row.matches("\\d\\d[:-]\\d\\d .*"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void oneMadSampleLeavesTheRestOfTheHourReadable(Glyphs glyphs, Speech speech) {
        look(glyphs, speech);
        screens.desk.orders = new ArrayList<>();
        quietHour();
        var quiet = drawnRows(chart(), 20, 90);
        see("1000", SampleDesk.NOON.minusSeconds(1500));
        var chart = chart();

        assertTrue(quiet > 10, "a quiet hour takes rows: " + quiet);
        assertTrue(drawnRows(chart, 20, 60) >= quiet - 2, String.join("\n", chart));
        assertTrue(chart.get(0).contains("!"), "what lies outside is marked at the edge: " + chart.get(0));
        assertEquals(1, chart.stream().filter(row -> row.contains("!")).count());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theLastPriceStandsAtTheRightOnItsRowAndNotOfAStaleBook(Glyphs glyphs, Speech speech) {
        look(glyphs, speech);
        quietHour();
        see("148.30", SampleDesk.NOON);

        assertTrue(
                chart().stream().anyMatch(row -> row.stripTrailing().endsWith("<148.300")), String.join("\n", chart()));

        screens.desk.bookAt = SampleDesk.NOON.minusSeconds(5);
        assertFalse(String.join("\n", chart()).contains("<148.300"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void ourNearestQuotesAreLinesAsLongAsTheyRest(Glyphs glyphs, Speech speech) {
        look(glyphs, speech);
        var orders = screens.desk.orders;
        for (int ago = 3000; ago >= 0; ago -= 10) {
            screens.desk.orders = ago > 1500 ? orders : new ArrayList<>();
            see("148.30", SampleDesk.NOON.minusSeconds(ago));
        }
        screens.desk.orders = orders;
        var ask = chart().stream()
                .filter(row -> row.contains("A1 148.46"))
                .findFirst()
                .orElseThrow();
        var bid = chart().stream()
                .filter(row -> row.contains("B1 148.17"))
                .findFirst()
                .orElseThrow();

        for (var row : List.of(ask, bid)) {
            assertFalse(row.substring(20, 40).contains(" "), row);
            assertTrue(row.substring(60, 85).isBlank(), row);
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theNearestQuoteThatRestsIsCalledByItsOwnTag(Glyphs glyphs, Speech speech) {
        look(glyphs, speech);
        quietHour();
        screens.desk.orders.removeIf(
                order -> order.tag().equals("B1") || order.tag().startsWith("A"));
        screens.desk.orders.add(SampleDesk.order("A12", Side.ASK, 14846, 250, 3, 10L));
        var chart = String.join("\n", chart());

        assertTrue(chart.contains("B2 148.09"), chart);
        assertTrue(chart.contains("A12 148.46"), chart);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void whatTheAccountIsWorthHasTheDecimalsOfMoneyOnAnyMarket(Glyphs glyphs, Speech speech) {
        var cheap = RichDesk.PEPE.screens(speech);
        cheap.glyphs = glyphs;
        cheap.focus = PaneFocus.NONE.zoom(PaneName.MARKET);
        var name = speech.say("console.market.equity", "");
        var row = cheap.rows(COLUMNS, ROWS).stream()
                .skip(1)
                .filter(each -> each.contains(" " + name))
                .findFirst()
                .orElseThrow();

        assertTrue(row.matches(".* " + name + "\\d+\\.\\d\\d *"), row);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aFillIsAMarkOfItsSideWhereItWas(Glyphs glyphs, Speech speech) {
        look(glyphs, speech);
        quietHour();
        var chart = chart();

        assertTrue(row(chart, "A1 148.46").contains("S"), String.join("\n", chart));
        assertTrue(row(chart, "B1 148.17").substring(0, 100).contains("B"), String.join("\n", chart));
    }

    private static String row(List<String> chart, String tag) {
        return chart.stream().filter(row -> row.contains(tag)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void shareAndValueAreFurtherLinesWhereThereIsRoom(Glyphs glyphs, Speech speech) {
        look(glyphs, speech);
        quietHour();
        var names = speech.equals(Spoken.CHINESE)
                ? List.of("淨值 1000.00", "比例 31.2%")
                : List.of("eq 1000.00", "ratio 31.2%");
        var zoomed = screens.paint(COLUMNS, ROWS);
        screens.focus = PaneFocus.NONE;
        var whole = screens.paint(200, 50);
        var small = screens.paint(COLUMNS, ROWS);

        for (var name : names) {
            assertTrue(zoomed.contains(name), zoomed);
            assertTrue(whole.contains(name), whole);
            assertFalse(small.contains(name), small);
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aHoleInTheDataIsAHoleInTheLine(Glyphs glyphs, Speech speech) {
        look(glyphs, speech);
        screens.desk.orders = new ArrayList<>();
        for (int ago = 3000; ago >= 0; ago -= 10) {
            if (ago > 1800 || ago < 1200) {
                see("148.30", SampleDesk.NOON.minusSeconds(ago));
            }
        }
        var line = chart().stream()
                .filter(row -> !row.substring(0, 90).isBlank())
                .findFirst()
                .orElseThrow();

        // Of 107 columns an hour, ten minutes are 17.
        var drawn = line.substring(0, 100).strip();
        assertTrue(drawn.matches("[^ ]{25,} {15,18}[^ ]{15,}.*"), line);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void minutesOfTheMarketAndWhatEarlierRunsLeftAreThereFromTheStart(Glyphs glyphs, Speech speech) {
        look(glyphs, speech);
        screens.desk.orders = new ArrayList<>();
        screens.desk.fills = new ArrayList<>();
        screens.desk.past = Stream.iterate(30, ago -> ago > 15, ago -> ago - 1)
                .map(ago -> new Candle(
                        SampleDesk.NOON.minus(Duration.ofMinutes(ago)),
                        new BigDecimal("148.2"),
                        new BigDecimal("148.4"),
                        new BigDecimal("148.2"),
                        new BigDecimal("148.4"),
                        2))
                .toList();
        screens.history.recall(new Past(
                List.of(new Past.Valuation(
                        SampleDesk.NOON.minus(Duration.ofMinutes(5)),
                        new BigDecimal("148.3"),
                        new BigDecimal("30"),
                        new BigDecimal("990"))),
                List.of(new Past.Mark(
                        SampleDesk.NOON.minus(Duration.ofMinutes(20)), Side.ASK, new BigDecimal("148.4")))));
        see("148.30", SampleDesk.NOON);
        var chart = chart();

        assertTrue(chart.stream().anyMatch(row -> row.substring(0, 100).contains("S")), String.join("\n", chart));
        assertTrue(drawnRows(chart, 40, 60) > 10, "minutes are as thick as they were: " + String.join("\n", chart));
        assertEquals(0, drawnRows(chart, 65, 78), "and end where nothing is known");
        assertTrue(drawnRows(chart, 79, 82) > 0, "before the valuation of an earlier run");
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theChosenPaneNamesAllSpansAndTheKeysThatChangeThem(Glyphs glyphs, Speech speech) {
        look(glyphs, speech);
        quietHour();
        var hint = speech.say("console.key.longer");

        assertTrue(screens.paint(COLUMNS, ROWS).contains("5m <1h> 6h 1d 7d"));
        assertTrue(screens.paint(COLUMNS, ROWS).contains("Right " + hint));

        screens.focus = PaneFocus.NONE.zoom(PaneName.BOOK);
        assertFalse(screens.paint(COLUMNS, ROWS).contains("Right " + hint));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void timeThatPassesAddsToTheRightAndMovesNothing(Glyphs glyphs, Speech speech) {
        look(glyphs, speech);
        quietHour();
        var before = chart();
        for (int later = 10; later <= 300; later += 10) {
            screens.now = SampleDesk.NOON.plusSeconds(later);
            screens.desk.bookAt = screens.now;
            screens.desk.at = screens.now;
            see("148.30", screens.now);
        }
        var after = chart();

        for (int row = 0; row < before.size(); row++) {
            assertEquals(before.get(row).substring(0, 85), after.get(row).substring(0, 85));
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theAxisIsThatOfTheClockOnTheWall(Glyphs glyphs, Speech speech) {
        look(glyphs, speech);
        screens.zone = ZoneId.of("Asia/Taipei");
        screens.span = ChartSpan.WEEK;
        quietHour();

        // Noon in Greenwich is evening there; the day's mark is midnight there.
        assertTrue(axis().startsWith("02-24"), axis());
        screens.span = ChartSpan.HOURS;
        assertTrue(axis().contains("20:00"), axis());
    }
}
