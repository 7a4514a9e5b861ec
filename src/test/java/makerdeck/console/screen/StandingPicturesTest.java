package makerdeck.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.command.ChartSpan;
import makerdeck.command.CommandLanguage;
import makerdeck.command.LayoutName;
import makerdeck.command.PaneName;
import makerdeck.command.ScreenName;
import makerdeck.console.FixedContext;
import makerdeck.console.SampleDesk;
import makerdeck.console.pane.DeskPainter;
import makerdeck.console.pane.Frozen;
import makerdeck.console.pane.Notice;
import makerdeck.console.pane.PaneFocus;
import makerdeck.console.pane.Question;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.pane.widget.PaneAreas;
import makerdeck.console.theme.BadThemeException;
import makerdeck.console.theme.Theme;
import makerdeck.console.theme.Themes;
import makerdeck.console.tty.ColourDepth;
import makerdeck.console.tty.FrameScreen;
import makerdeck.console.tty.Recorder;
import makerdeck.message.Message;
import makerdeck.words.Spoken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Frame after frame, in each of which a little has changed: a screen on which pictures stand is, cell for cell, the one
 * that is painted from nothing, and the terminal has been sent all of it. {@code -Dcampaign=N}: more of them.
 */
class StandingPicturesTest {

    private static final int FRAMES = 60;
    private static final List<String> TYPED = List.of("", "/b", "/", "set spread 9", "why");

    static LongStream seeds() {
        return LongStream.range(0, 60L * Math.max(1, Integer.getInteger("campaign", 1)));
    }

    private final ScreenStage stage = new ScreenStage();
    private final ScreenCatalogue catalogue =
            new ScreenCatalogue(new CommandLanguage(new FixedContext()), new SampleResults());
    private final DeskPainter painter = new DeskPainter();
    private final FrameScreen screen = new FrameScreen(new TerminalSize(120, 40), ColourDepth.INDEXED, new Recorder());
    private final List<Theme> themes = themes();

    private SplittableRandom random = new SplittableRandom();
    private Theme theme = themes.get(0);
    private PaneAreas areas = new PaneAreas();

    private static List<Theme> themes() {
        try {
            var all = new Themes(List.of(Path.of("themes")));
            return List.of(
                    all.load("dark").theme(),
                    all.load("light").theme(),
                    all.load("dark").theme());
        } catch (BadThemeException e) {
            throw new AssertionError(e);
        }
    }

    private record Painted(List<TextCharacter> cells, Map<PaneName, Integer> scrolls, TerminalPosition cursor) {}

    @ParameterizedTest
    @MethodSource("seeds")
    void whatStandsIsWhatWouldBePainted(long seed) throws IOException {
        random = new SplittableRandom(seed);
        var odd = new OddDesk(stage.desk, random);
        odd.change();
        screen.startScreen();
        stage.size(120, 40);
        for (int frame = 0; frame < FRAMES; frame++) {
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                odd.changeOne();
            }
            if (random.nextInt(3) == 0) {
                operate();
            }
            pass(odd);
            var fresh = new FrameScreen(screen.getTerminalSize(), ColourDepth.INDEXED, new Recorder());
            var wanted = paint(new DeskPainter(), fresh, FrameScreen::getBackCharacter);
            var standing = paint(painter, screen, FrameScreen::getBackCharacter);
            int at = frame;
            assertEquals(wanted, standing, () -> "frame " + at + ":\n" + difference(fresh));

            screen.refresh(RefreshType.DELTA);
            assertEquals(wanted.cells(), cells(screen, FrameScreen::getFrontCharacter));
        }
    }

    private interface Cell {
        TextCharacter of(FrameScreen screen, int column, int row);
    }

    private Painted paint(DeskPainter with, FrameScreen on, Cell cell) {
        var canvas = new Canvas(on, theme, stage.glyphs);
        var cursor = with.paint(canvas, stage.view());
        areas = canvas.places();
        var scrolls = new EnumMap<PaneName, Integer>(PaneName.class);
        areas.shown().forEach(pane -> scrolls.put(pane, areas.deepest(pane)));
        return new Painted(cells(on, cell), scrolls, cursor);
    }

    private List<TextCharacter> cells(FrameScreen of, Cell cell) {
        var cells = new ArrayList<TextCharacter>();
        for (int row = 0; row < stage.rows; row++) {
            for (int column = 0; column < stage.columns; column++) {
                cells.add(cell.of(of, column, row));
            }
        }
        return cells;
    }

    /** The rows that differ, as they should be and as they are. */
    private String difference(FrameScreen fresh) {
        var text = new StringBuilder();
        for (int row = 0; row < stage.rows; row++) {
            var wanted = new StringBuilder();
            var found = new StringBuilder();
            boolean differs = false;
            for (int column = 0; column < stage.columns; column++) {
                var one = fresh.getBackCharacter(column, row);
                var other = screen.getBackCharacter(column, row);
                differs |= !one.equals(other);
                wanted.append(one.getCharacterString());
                found.append(other.getCharacterString());
            }
            text.append(differs ? row + " wanted " + wanted + "\n" + row + " found  " + found + "\n" : "");
        }
        return text.toString();
    }

    /** Mostly a frame's time, sometimes so much that ages and flashes are others. */
    private void pass(OddDesk odd) {
        long millis = List.of(0L, 100L, 100L, 250L, 1_000L, 2_100L, 7_000L, 70_000L, 5_000_000L)
                .get(random.nextInt(9));
        stage.now = stage.now.plusMillis(millis);
        if (random.nextInt(4) == 0) {
            // The desks are made for noon.
            stage.now = SampleDesk.NOON.plusMillis(random.nextLong(-3_000, 3_000));
        }
        if (random.nextInt(3) == 0) {
            stage.history.see(stage.desk.snapshot(), odd.mid(), stage.now);
        }
        if (random.nextInt(4) == 0) {
            stage.mids = List.of(new BigDecimal("148.30"), BigDecimal.valueOf(random.nextLong(14_000, 15_000), 2));
            stage.direction = random.nextInt(-1, 2);
            stage.bytesPerSecond = random.nextInt(4_000);
        }
    }

    /** What the operator may do with a screen. */
    private void operate() {
        switch (random.nextInt(14)) {
            case 0 -> resize();
            case 1 -> screen.clear();
            case 2 -> theme = themes.get(random.nextInt(themes.size()));
            case 3 -> stage.glyphs = random.nextBoolean() ? Glyphs.ASCII : Glyphs.UNICODE;
            case 4 -> stage.speech = random.nextBoolean() ? Spoken.ENGLISH : Spoken.CHINESE;
            case 5 -> stage.layout = LayoutName.values()[random.nextInt(LayoutName.values().length)];
            case 6 -> stage.span = ChartSpan.values()[random.nextInt(ChartSpan.values().length)];
            case 7 -> focus();
            case 8 -> page();
            case 9 -> stage.typed(TYPED.get(random.nextInt(TYPED.size())));
            case 10 ->
                stage.question = random.nextBoolean()
                        ? null
                        : new Question(random.nextInt(3), "set spread 9", "yes", stage.now.plusSeconds(12));
            case 11 ->
                stage.frozen = random.nextBoolean()
                        ? null
                        : new Frozen(stage.now.plusSeconds(60), stage.desk.snapshot(), stage.desk.book);
            case 12 -> told();
            default -> {
                stage.zone = random.nextBoolean() ? ZoneOffset.UTC : ZoneId.of("Asia/Taipei");
                stage.preset = random.nextBoolean() ? Map.of() : Map.of("spread", "0.5");
            }
        }
    }

    private void resize() {
        var size = new TerminalSize(random.nextInt(1, 220), random.nextInt(1, 64));
        stage.size(size.getColumns(), size.getRows());
        screen.resize(size);
    }

    private void focus() {
        var pane = PaneName.values()[random.nextInt(PaneName.values().length)];
        stage.focus = switch (random.nextInt(6)) {
            case 0 -> PaneFocus.NONE;
            case 1 -> stage.focus.zoom(pane);
            case 2 -> stage.focus.back();
            case 3 -> stage.focus.next(1, areas);
            case 4 -> stage.focus.page(1, areas, stage.now);
            default -> stage.focus.filter(random.nextBoolean() ? "B" : "");
        };
    }

    private void page() {
        if (random.nextBoolean()) {
            stage.screens.closeAll();
        } else if (random.nextInt(3) == 0) {
            stage.screens.show(new ScreenGuide());
        } else {
            var names = ScreenName.values();
            stage.screens.show(
                    catalogue.open(names[random.nextInt(names.length)]).orElseThrow());
        }
        stage.strip = random.nextInt(3) == 0 ? Message.plain("what a newcomer is told to do next") : null;
    }

    private void told() {
        var kinds = Notice.Kind.values();
        var longer = new ArrayList<>(stage.notices);
        longer.add(new Notice(stage.now, kinds[random.nextInt(kinds.length)], "told " + random.nextInt(1_000)));
        stage.notices = List.copyOf(longer);
    }
}
