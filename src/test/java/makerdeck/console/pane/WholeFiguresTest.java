package makerdeck.console.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import makerdeck.command.PaneName;
import makerdeck.console.SampleDesk;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On screens of every size: a figure is whole, in a shorter spelling, or absent, and a word that was cut says so. What
 * a figure looks like whole is read off screens on which everything has room.
 */
class WholeFiguresTest {

    private static final boolean ALL = Integer.getInteger("campaign", 0) > 0;
    private static final int ROOMY_COLUMNS = 420;
    private static final int ROOMY_ROWS = 160;

    /** A run of letters, digits and what stands in figures, with a digit in it. */
    private static final Pattern FIGURE = Pattern.compile("[+-]?[.\\w][\\w.,:%/-]*");

    /** How many more there are differs from size to size: of a list, of a page, beside an order that is pinned. */
    private static final Pattern COUNT = Pattern.compile(
            "\\+\\d+ (more|[\\u5247\\u5217])|\\u53e6 \\d+ [\\u7b46\\u5217]|\\d+ of \\d+|\\u7b2c \\d+|\\d+ / \\d+"
                    + "|(?<=%) \\+\\d+ *$|\\w*_\\w*~|\\d+ asks, \\d+ bids|\\u8ce3 \\d+.{0,3}\\u8cb7 \\d+");

    /** A level of ours that is pinned to the edge of the ladder. */
    private static final Pattern PINNED = Pattern.compile("^([v^] [\\d.k]+ [^|]*?)\\+\\d+ ");

    private static final Pattern WORD = Pattern.compile("(?<![\\w.%+~-])[A-Za-z][a-z]{2,}(?![\\w.%-])");

    static Stream<Arguments> desks() {
        return Stream.of(Spoken.ENGLISH, Spoken.CHINESE)
                .flatMap(speech -> Arrays.stream(RichDesk.values()).map(desk -> Arguments.of(desk, speech)));
    }

    private static int[] columns() {
        return ALL
                ? IntStream.rangeClosed(40, 200).toArray()
                : new int[] {40, 44, 51, 59, 60, 66, 72, 80, 93, 100, 120, 146, 160, 200};
    }

    private static int[] rows() {
        return ALL ? IntStream.rangeClosed(12, 60).toArray() : new int[] {12, 15, 16, 20, 24, 31, 40, 60};
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("desks")
    void noFigureIsCutAndAWordThatWasCutSaysSo(RichDesk desk, Speech speech) {
        var figures = new HashSet<String>();
        var words = new HashSet<String>();
        for (var screen : roomy(desk, speech)) {
            figures.addAll(figures(screen));
            words.addAll(words(screen));
        }
        var tornFigures = beginnings(figures);
        tornFigures.removeAll(figures);
        var tornWords = beginnings(words);
        tornWords.removeAll(words);
        var cut = new TreeSet<String>();
        var screens = desk.screens(speech);
        for (int columns : columns()) {
            for (int rows : rows()) {
                for (var row : screens.rows(columns, rows)) {
                    var found = figures(List.of(row));
                    found.retainAll(tornFigures);
                    var torn = words(List.of(row));
                    torn.retainAll(tornWords);
                    found.addAll(torn);
                    found.forEach(each -> cut.add(columns + "x" + rows + " " + each + " in: " + row.strip()));
                }
            }
        }
        assertEquals(List.of(), cut.stream().limit(20).toList());
    }

    /** Every pane alone, and all of them together, with room for everything. */
    private static List<List<String>> roomy(RichDesk desk, Speech speech) {
        var all = new ArrayList<List<String>>();
        for (var pane : PaneName.values()) {
            var screens = desk.screens(speech);
            screens.focus = PaneFocus.NONE.zoom(pane);
            all.add(screens.rows(ROOMY_COLUMNS, ROOMY_ROWS));
        }
        all.add(desk.screens(speech).rows(ROOMY_COLUMNS, ROOMY_ROWS));
        return all;
    }

    private static Set<String> figures(List<String> rows) {
        var found = new HashSet<String>();
        for (var row : rows) {
            var figures = FIGURE.matcher(
                    PINNED.matcher(COUNT.matcher(row).replaceAll(" ")).replaceAll("$1 "));
            while (figures.find()) {
                var figure = figures.group().replaceAll("[.,:/-]+$", "");
                if (figure.chars().anyMatch(Character::isDigit)) {
                    found.add(figure);
                }
            }
        }
        return found;
    }

    private static Set<String> beginnings(Set<String> figures) {
        var beginnings = new HashSet<String>();
        for (var figure : figures) {
            for (int end = 1; end < figure.length(); end++) {
                beginnings.add(figure.substring(0, end));
            }
        }
        return beginnings;
    }

    private static Set<String> words(List<String> rows) {
        var found = new HashSet<String>();
        for (var row : rows) {
            var words = WORD.matcher(row);
            while (words.find()) {
                if (words.end() == row.length() || row.charAt(words.end()) != '~') {
                    found.add(words.group());
                }
            }
        }
        return found;
    }

    @Test
    void whatTheReportsShowedIsWholeNow() {
        var screens = RichDesk.SOL.screens(Spoken.ENGLISH);
        var sixty = screens.paint(60, 20);

        assertTrue(sixty.contains("USDC 7031.58") || sixty.contains("USDC 7.0"), sixty);
        assertTrue(sixty.contains("fills/h 258") || !sixty.contains("fills/h"), sixty);
        assertTrue(!sixty.contains("trigger\n"), sixty);
    }

    @Test
    void limitsComeFirstAmongTheParameters() {
        var screens = RichDesk.SOL.screens(Spoken.ENGLISH);
        screens.focus = PaneFocus.NONE.zoom(PaneName.PARAMETERS);
        var rows = screens.rows(80, 16);

        assertTrue(rows.get(3).contains("max-loss"), rows.get(3));
        assertTrue(rows.get(4).contains("band.hard"), rows.get(4));
        assertTrue(rows.get(2).contains("+"), rows.get(2));
    }

    @Test
    void everyListThatDoesNotFitSaysHowManyMore() {
        for (var pane : List.of(PaneName.FILLS, PaneName.LOG, PaneName.TAPE, PaneName.PARAMETERS)) {
            var screens = RichDesk.SOL.screens(Spoken.ENGLISH);
            screens.focus = PaneFocus.NONE.zoom(pane);
            var title = screens.rows(80, 16).stream()
                    .filter(row -> row.contains("[" + Spoken.ENGLISH.say(pane.title()) + "]"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(title.matches(".*\\+\\d+ more.*"), title);
        }
    }

    @Test
    void ownLevelsBeyondTheLadderArePinnedWithTheirNumberAndDistance() {
        var screens = RichDesk.MANY.screens(Spoken.ENGLISH);
        screens.now = SampleDesk.NOON;
        var pinned = screens.rows(120, 40).stream()
                .filter(row -> row.matches("[\\^v] .*"))
                .toList();

        assertTrue(
                pinned.stream().anyMatch(row -> row.matches("\\^ .*\\+\\.?\\d[\\d.]*% \\+\\d+ .*")), pinned::toString);
        assertTrue(pinned.stream().anyMatch(row -> row.matches("v .*-\\.?\\d[\\d.]*% \\+\\d+ .*")), pinned::toString);
    }
}
