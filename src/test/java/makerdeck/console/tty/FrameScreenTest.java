package makerdeck.console.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameScreenTest {

    private static final List<Integer> CHARACTERS = List.of(
            (int) ' ', (int) ' ', (int) 'a', (int) '0', (int) '.', 0x254C, 0x28FF, 0x6BD4, 0x5168, 0xFF21, 0x3042);
    private static final List<TextColor> COLOURS = List.of(
            TextColor.ANSI.DEFAULT,
            TextColor.ANSI.RED,
            TextColor.ANSI.CYAN_BRIGHT,
            new TextColor.Indexed(120),
            new TextColor.RGB(0x12, 0x34, 0x56));

    private final Recorder out = new Recorder();

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTerminalAlwaysShowsWhatWasDrawn(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        int columns = random.nextInt(1, 24);
        int rows = random.nextInt(1, 5);
        var screen = new FrameScreen(new TerminalSize(columns, rows), ColourDepth.DIRECT, out);
        var terminal = new VtModel(columns, rows);
        screen.startScreen();
        terminal.write(out.take());

        for (int frame = 0; frame < 30; frame++) {
            draw(screen, random, columns, rows);
            screen.refresh(RefreshType.AUTOMATIC);

            assertTrue(out.writes() <= 1, "one write a frame");
            terminal.write(out.take());
            assertShows(terminal, screen, columns, rows);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsSentWhenNothingChanged(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var screen = new FrameScreen(new TerminalSize(20, 4), ColourDepth.INDEXED, out);
        screen.startScreen();
        draw(screen, random, 20, 4);
        screen.refresh(RefreshType.DELTA);
        out.take();

        screen.refresh(RefreshType.COMPLETE);

        assertEquals(0, out.take().length);
    }

    @Test
    void paintsEverythingAgainWithoutClearingWhenTheTerminalMayShowSomethingElse() throws IOException {
        var screen = new FrameScreen(new TerminalSize(4, 1), ColourDepth.INDEXED, out);
        screen.startScreen();
        put(screen, "abcd");
        screen.refresh(RefreshType.DELTA);
        out.take();

        screen.invalidate();
        screen.refresh(RefreshType.DELTA);

        var sent = new String(out.take(), StandardCharsets.UTF_8);
        assertTrue(sent.contains("abcd"), sent);
        assertFalse(sent.contains("\033[2J"), sent);
    }

    @Test
    void keepsWhatFitsAndPaintsAllOfItAfterAResize() throws IOException {
        var screen = new FrameScreen(new TerminalSize(4, 1), ColourDepth.INDEXED, out);
        screen.startScreen();
        put(screen, "abcd");
        screen.refresh(RefreshType.DELTA);
        out.take();

        screen.resize(new TerminalSize(2, 2));
        screen.refresh(RefreshType.DELTA);

        var terminal = new VtModel(2, 2);
        terminal.write(out.take());
        assertShows(terminal, screen, 2, 2);
    }

    @Test
    void halfACharacterThatTheTerminalKeptBeyondItsEdgeTakesNothingAway() throws IOException {
        var screen = new FrameScreen(new TerminalSize(2, 1), ColourDepth.INDEXED, out);
        screen.startScreen();
        screen.refresh(RefreshType.DELTA);
        out.take();
        var terminal = new VtModel(4, 1);
        terminal.leaveHalf(2, 0);

        screen.resize(new TerminalSize(4, 1));
        put(screen, "1:03");
        screen.refresh(RefreshType.DELTA);

        terminal.write(out.take());
        assertShows(terminal, screen, 4, 1);
    }

    @Test
    void sendsNoColourWhereNoneIsWanted() throws IOException {
        var screen = new FrameScreen(new TerminalSize(2, 1), ColourDepth.NONE, out);
        screen.startScreen();
        out.take();
        var bold = EnumSet.of(SGR.BOLD);
        screen.put(0, 0, TextCharacter.fromString("x", TextColor.ANSI.RED, TextColor.ANSI.BLUE, bold)[0]);

        screen.refresh(RefreshType.DELTA);

        assertTrue(new String(out.take(), StandardCharsets.UTF_8).contains("\033[0;1mx"));
    }

    @Test
    void leavesTheTerminalOnceAndSendsNothingAfterwards() throws IOException {
        var screen = new FrameScreen(new TerminalSize(4, 1), ColourDepth.INDEXED, out);
        screen.startScreen();
        out.take();

        screen.stopScreen();
        var left = new String(out.take(), StandardCharsets.UTF_8);
        screen.stopScreen();
        put(screen, "late");
        screen.refresh(RefreshType.DELTA);

        assertTrue(left.endsWith("\033[?1049l"), left);
        assertTrue(left.contains("\033[?2004l") && left.contains("\033[?25h") && left.contains("\033[?7h"), left);
        assertEquals(0, out.take().length);
    }

    private static void put(FrameScreen screen, String text) {
        for (int i = 0; i < text.length(); i++) {
            screen.put(i, 0, TextCharacter.fromCharacter(text.charAt(i))[0]);
        }
    }

    private static void draw(FrameScreen screen, SplittableRandom random, int columns, int rows) {
        for (int i = random.nextInt(12); i > 0; i--) {
            int row = random.nextInt(rows);
            int x = random.nextInt(columns);
            int codePoint = CHARACTERS.get(random.nextInt(CHARACTERS.size()));
            if (x + Widths.of(codePoint) <= columns) {
                screen.put(x, row, cell(codePoint, random));
            }
        }
        screen.setCursorPosition(new TerminalPosition(random.nextInt(columns), random.nextInt(rows)));
    }

    private static TextCharacter cell(int codePoint, SplittableRandom random) {
        var attributes = EnumSet.noneOf(SGR.class);
        for (var one : List.of(SGR.BOLD, SGR.UNDERLINE, SGR.REVERSE, SGR.FRAKTUR)) {
            if (random.nextInt(4) == 0) {
                attributes.add(one);
            }
        }
        var foreground = COLOURS.get(random.nextInt(COLOURS.size()));
        var background = COLOURS.get(random.nextInt(COLOURS.size()));
        return TextCharacter.fromString(Character.toString(codePoint), foreground, background, attributes)[0];
    }

    private static void assertShows(VtModel terminal, FrameScreen screen, int columns, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int x = 0; x < columns; x++) {
                var cell = screen.getBackCharacter(x, row);
                var place = "column " + x + ", row " + row;
                assertEquals(cell.getCharacterString(), terminal.textAt(x, row), place);
                assertEquals(look(cell), terminal.lookAt(x, row), place);
                if (Widths.isWide(cell)) {
                    x++;
                }
            }
        }
        var cursor = screen.getCursorPosition();
        assertEquals(cursor.getColumn(), terminal.cursorX());
        assertEquals(cursor.getRow(), terminal.cursorY());
        assertTrue(terminal.cursorShown());
    }

    /** As the model spells it. */
    private static String look(TextCharacter cell) {
        var colours = new Colours(ColourDepth.DIRECT);
        var attributes = "0" + (cell.isBold() ? "b" : "") + (cell.getModifiers().contains(SGR.FRAKTUR) ? "d" : "")
                + (cell.isReversed() ? "r" : "") + (cell.isUnderlined() ? "u" : "");
        var look = attributes + ";"
                + colours.foreground(cell.getForegroundColor()).replace(';', ':') + ";"
                + colours.background(cell.getBackgroundColor()).replace(';', ':');
        return VtModel.visible(cell.getCharacterString(), look);
    }
}
