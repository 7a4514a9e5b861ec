package makerdeck.console.pane;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import makerdeck.command.LayoutName;
import makerdeck.console.SampleDesk;
import makerdeck.console.line.LineView;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.pane.widget.PaneAreas;
import makerdeck.console.theme.Themes;
import makerdeck.console.tty.ColourDepth;
import makerdeck.console.tty.FrameScreen;
import makerdeck.console.tty.Recorder;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.jspecify.annotations.Nullable;

/** A screen painted in memory, and what there is to vary about a view. */
final class Screens {

    Speech speech = Spoken.ENGLISH;
    final SampleDesk desk = new SampleDesk();
    Instant now = SampleDesk.NOON;
    LineView line = LineView.EMPTY;
    Overlay overlay = Overlay.NONE;

    @Nullable
    Question question;

    PaneFocus focus = PaneFocus.NONE;
    LayoutName layout = LayoutName.AUTO;

    @Nullable
    Frozen frozen;

    Map<String, String> preset = Map.of();
    List<Notice> notices = List.of();
    Glyphs glyphs = Glyphs.ASCII;
    PaneAreas areas = new PaneAreas();
    TerminalPosition cursor = TerminalPosition.TOP_LEFT_CORNER;

    View view() {
        var mids = IntStream.range(0, 90)
                .mapToObj(i -> BigDecimal.valueOf(14830 + (i * i / 7 + i) % 40, 2))
                .toList();
        return new View(
                desk.snapshot(),
                desk.book,
                now,
                ZoneOffset.UTC,
                line,
                new ScreenOptions(overlay, question, focus, layout, frozen, preset, notices),
                mids,
                1,
                1834,
                speech);
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
        cursor = new DeskPainter().paint(canvas, view());
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
}
