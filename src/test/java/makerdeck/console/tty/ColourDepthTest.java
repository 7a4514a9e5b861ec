package makerdeck.console.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.googlecode.lanterna.TextColor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourDepthTest {

    @ParameterizedTest
    @CsvSource({
        "xterm-256color, '', INDEXED",
        "tmux-256color, '', INDEXED",
        "tmux, '', INDEXED",
        "screen.xterm, '', INDEXED",
        "xterm-direct, '', DIRECT",
        "xterm-256color, truecolor, DIRECT",
        "xterm, 24bit, DIRECT",
        "xterm, '', ANSI",
        "linux, '', ANSI",
        "vt100, 1, ANSI",
    })
    void theEnvironmentTellsHowManyColours(String term, String colourTerm, ColourDepth depth) {
        assertEquals(depth, ColourDepth.of(Map.of("TERM", term, "COLORTERM", colourTerm)));
    }

    @Test
    void noColourIsStrongerThanAnythingElseButOnlyWhenNotEmpty() {
        assertEquals(
                ColourDepth.NONE,
                ColourDepth.of(Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor", "NO_COLOR", "1")));
        assertEquals(ColourDepth.INDEXED, ColourDepth.of(Map.of("TERM", "xterm-256color", "NO_COLOR", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECT, 1, 2, 3, 38;2;1;2;3",
        "DIRECT, 95, 215, 135, 38;5;78",
        "INDEXED, 96, 214, 134, 38;5;78",
        "INDEXED, 18, 18, 18, 38;5;233",
        "ANSI, 250, 5, 5, 91",
        "ANSI, 3, 3, 3, 30",
        "NONE, 1, 2, 3, ''",
    })
    void aColourIsSentInTheShortestFormTheTerminalTakes(ColourDepth depth, int red, int green, int blue, String code) {
        assertEquals(code, new Colours(depth).foreground(new TextColor.RGB(red, green, blue)));
    }
}
