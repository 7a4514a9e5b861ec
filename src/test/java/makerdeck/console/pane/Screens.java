package makerdeck.console.pane;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import makerdeck.command.ChartSpan;
import makerdeck.command.LayoutName;
import makerdeck.console.SampleDesk;
import makerdeck.console.history.MarketHistory;
import makerdeck.console.keys.Action;
import makerdeck.console.line.LineView;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.pane.widget.PaneAreas;
import makerdeck.console.screen.FullScreen;
import makerdeck.console.screen.ScreenErrands;
import makerdeck.console.theme.Role;
import makerdeck.console.theme.Theme;
import makerdeck.console.theme.Themes;
import makerdeck.console.tty.ColourDepth;
import makerdeck.console.tty.FrameScreen;
import makerdeck.console.tty.Recorder;
import makerdeck.message.Message;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.jspecify.annotations.Nullable;

/** A screen painted in memory, and what there is to vary about a view. */
final class Screens {

    Speech speech = Spoken.ENGLISH;
    final SampleDesk desk = new SampleDesk();
    ZoneId zone = ZoneOffset.UTC;
    Instant now = SampleDesk.NOON;
    LineView line = LineView.EMPTY;

    @Nullable
    FullScreen page;

    @Nullable
    Question question;

    PaneFocus focus = PaneFocus.NONE;
    LayoutName layout = LayoutName.AUTO;
    ChartSpan span = ChartSpan.HOUR;
    final MarketHistory history = new MarketHistory(Optional::empty);

    @Nullable
    Frozen frozen;

    Map<String, String> preset = Map.of();
    List<Notice> notices = List.of();
    Glyphs glyphs = Glyphs.ASCII;
    long answerable;
    PaneAreas areas = new PaneAreas();
    TerminalPosition cursor = TerminalPosition.TOP_LEFT_CORNER;

    private boolean remembered;

    Screens() {
        desk.earnings = SampleDesk.earnings("1000.00", "4.12", "-31.20", "1.80", "-16.80");
    }

    /** Forty minutes up to now, as long as nothing else is remembered. */
    private void remember() {
        if (remembered) {
            return;
        }
        remembered = true;
        var inventory = desk.inventory;
        for (int ago = 2400; ago >= 0; ago -= ago > 300 ? 10 : 2) {
            desk.inventory = SampleDesk.inventory(
                    BigDecimal.valueOf(312 + wave(ago, 400, 20), 1).toPlainString());
            var mid = BigDecimal.valueOf(14830 + wave(ago, 300, 9) + wave(ago, 31, 3), 2);
            history.see(desk.snapshot(), mid, SampleDesk.NOON.minusSeconds(ago));
        }
        desk.inventory = inventory;
    }

    private static long wave(int at, int length, int height) {
        return Math.round(height * StrictMath.sin(2 * StrictMath.PI * at / length));
    }

    /** Nothing is remembered but what the test says. */
    void rememberNothing() {
        remembered = true;
    }

    View view() {
        remember();
        var mids = IntStream.range(0, 90)
                .mapToObj(i -> BigDecimal.valueOf(14830 + (i * i / 7 + i) % 40, 2))
                .toList();
        return new View(
                desk.snapshot(),
                desk.book,
                now,
                zone,
                line,
                new ScreenOptions(page, question, focus, layout, span, frozen, preset, notices),
                mids,
                history,
                1,
                1834,
                speech);
    }

    /** A key of the open page; what it asks for besides is no matter here. */
    void press(Action.Full key) {
        Objects.requireNonNull(page).press(key, new ScreenErrands() {
            @Override
            public void open(FullScreen screen) {}

            @Override
            public void command(String typed) {}

            @Override
            public void copy(String text) {}

            @Override
            public void say(Message what) {}
        });
    }

    /** All rows, without the blanks at their ends. */
    String paint(int columns, int rows) {
        return rows(columns, rows).stream()
                .map(row -> row.stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    /** All rows, blanks included. */
    List<String> rows(int columns, int rows) {
        var screen = new FrameScreen(new TerminalSize(columns, rows), ColourDepth.INDEXED, new Recorder());
        var canvas = new Canvas(screen, Themes.plain(), glyphs);
        var painter = new DeskPainter();
        cursor = painter.paint(canvas, view());
        answerable = painter.answerable();
        areas = canvas.places();
        var painted = new ArrayList<String>();
        for (int row = 0; row < rows; row++) {
            var line = new StringBuilder();
            for (int x = 0; x < columns; x++) {
                var cell = screen.getBackCharacter(x, row);
                line.append(cell.getCharacterString());
                x += cell.isDoubleWidth() ? 1 : 0;
            }
            painted.add(line.toString());
        }
        return painted;
    }

    /** By row, what looks as one role does; rows without any of it are left out. */
    List<String> drawnIn(int columns, int rows, Theme theme, Role role) {
        var screen = new FrameScreen(new TerminalSize(columns, rows), ColourDepth.INDEXED, new Recorder());
        new DeskPainter().paint(new Canvas(screen, theme, glyphs), view());
        var pen = theme.pen(role);
        var drawn = new ArrayList<String>();
        for (int row = 0; row < rows; row++) {
            var line = new StringBuilder();
            for (int x = 0; x < columns; x++) {
                var cell = screen.getBackCharacter(x, row);
                if (cell.equals(pen.cell(cell.getCharacterString().codePointAt(0)))) {
                    line.append(cell.getCharacterString());
                }
            }
            if (!line.toString().isBlank()) {
                drawn.add(line.toString().stripTrailing().replaceFirst("^ (?=[A-Za-z])", ""));
            }
        }
        return drawn;
    }
}
