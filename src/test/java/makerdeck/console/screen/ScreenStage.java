package makerdeck.console.screen;

import com.googlecode.lanterna.TerminalSize;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import makerdeck.command.ChartSpan;
import makerdeck.command.LayoutName;
import makerdeck.console.SampleDesk;
import makerdeck.console.history.MarketHistory;
import makerdeck.console.keys.Action;
import makerdeck.console.line.LineView;
import makerdeck.console.line.Menu;
import makerdeck.console.line.Span;
import makerdeck.console.pane.DeskPainter;
import makerdeck.console.pane.Frozen;
import makerdeck.console.pane.Notice;
import makerdeck.console.pane.Page;
import makerdeck.console.pane.PaneFocus;
import makerdeck.console.pane.Question;
import makerdeck.console.pane.ScreenOptions;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.theme.Role;
import makerdeck.console.theme.Themes;
import makerdeck.console.tty.ColourDepth;
import makerdeck.console.tty.FrameScreen;
import makerdeck.console.tty.Recorder;
import makerdeck.message.Message;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.jspecify.annotations.Nullable;

/** Full screens in memory, over a desk that can be changed: keys go in, whole screens and errands come out. */
final class ScreenStage implements ScreenErrands {

    final SampleDesk desk = new SampleDesk();
    final OpenScreens screens = new OpenScreens();
    final List<String> errands = new ArrayList<>();
    final MarketHistory history = new MarketHistory(Optional::empty);
    Speech speech = Spoken.ENGLISH;
    Instant now = SampleDesk.NOON;
    LineView line = LineView.EMPTY;
    List<Notice> notices = List.of();

    @Nullable
    Message strip;

    /** In place of the screens, null for them. */
    @Nullable
    Page page;

    @Nullable
    Question question;

    @Nullable
    Frozen frozen;

    PaneFocus focus = PaneFocus.NONE;
    LayoutName layout = LayoutName.AUTO;
    ChartSpan span = ChartSpan.HOUR;
    Map<String, String> preset = Map.of();
    List<BigDecimal> mids = List.of(new BigDecimal("148.30"));
    int direction = 1;
    int bytesPerSecond = 1834;
    ZoneId zone = ZoneOffset.UTC;
    Glyphs glyphs = Glyphs.ASCII;
    int columns = 80;
    int rows = 24;

    View view() {
        return new View(
                desk.snapshot(),
                desk.book,
                now,
                zone,
                line,
                new ScreenOptions(
                        page != null ? page : screens.top().orElse(null),
                        question,
                        focus,
                        layout,
                        span,
                        frozen,
                        preset,
                        notices,
                        strip),
                mids,
                history,
                direction,
                bytesPerSecond,
                speech);
    }

    void size(int width, int height) {
        columns = width;
        rows = height;
    }

    void typed(String text) {
        line = text.isEmpty()
                ? LineView.EMPTY
                : new LineView(
                        List.of(List.of(new Span(Role.INPUT, text))), 0, text.length(), text, "", false, Menu.CLOSED);
    }

    /** All cells of all rows. */
    List<String> cells() {
        var screen = new FrameScreen(new TerminalSize(columns, rows), ColourDepth.INDEXED, new Recorder());
        new DeskPainter().paint(new Canvas(screen, Themes.plain(), glyphs), view());
        var painted = new ArrayList<String>();
        for (int row = 0; row < rows; row++) {
            var text = new StringBuilder();
            for (int x = 0; x < columns; x++) {
                var cell = screen.getBackCharacter(x, row);
                text.append(cell.getCharacterString());
                x += cell.isDoubleWidth() ? 1 : 0;
            }
            painted.add(text.toString());
        }
        return painted;
    }

    /** The screen as it is looked at: without blanks at the ends of rows. */
    String picture() {
        return cells().stream().map(row -> row.stripTrailing() + "\n").collect(Collectors.joining());
    }

    /** One row of it. */
    String row(int row) {
        return cells().get(row).stripTrailing();
    }

    /** The row under the cursor, without its mark; empty when there is none. */
    String chosen() {
        return cells().stream()
                .filter(row -> row.startsWith("> "))
                .map(row -> row.substring(2).stripTrailing())
                .findFirst()
                .orElse("");
    }

    /** After each key there is a frame, as on the terminal. */
    void press(Action.Full... keys) {
        for (var key : keys) {
            cells();
            screens.press(key, this);
        }
        cells();
    }

    @Override
    public void open(FullScreen screen) {
        screens.add(screen);
    }

    @Override
    public void command(String typed) {
        errands.add("command " + typed);
    }

    @Override
    public void copy(String text) {
        errands.add("copy " + text);
    }

    @Override
    public void say(Message what) {
        errands.add("say " + speech.say(what));
    }
}
