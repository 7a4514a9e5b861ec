package makerdeck.console.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import org.junit.jupiter.api.Test;

class CellGridTest {

    private final CellGrid grid = new CellGrid(new TerminalSize(4, 2));

    private static TextCharacter cell(String text) {
        return TextCharacter.fromString(text)[0];
    }

    private String row(CellGrid of, int row) {
        var text = new StringBuilder();
        for (int x = 0; x < 4; x++) {
            text.append(of.get(x, row).getCharacterString());
        }
        return text.toString();
    }

    @Test
    void aWideCharacterTakesTheNextColumnAsWell() {
        grid.set(2, 0, cell("a"));
        grid.set(1, 0, cell("單"));

        assertTrue(grid.isWide(1, 0));
        assertEquals(" 單  ", row(grid, 0));
    }

    @Test
    void halfOfAWideCharacterDoesNotStay() {
        grid.set(1, 0, cell("單"));
        grid.set(2, 0, cell("b"));

        assertFalse(grid.isWide(1, 0));
        assertEquals("  b ", row(grid, 0));
    }

    @Test
    void whatLiesOutsideIsLeftOut() {
        grid.set(4, 0, cell("x"));
        grid.set(-1, 1, cell("x"));
        grid.set(0, 2, cell("x"));

        assertEquals("    ", row(grid, 0));
        assertEquals("    ", row(grid, 1));
    }

    @Test
    void aRowIsCopiedWithItsWidths() {
        grid.set(0, 1, cell("單"));
        var other = new CellGrid(new TerminalSize(4, 2));
        other.copyRow(grid, 1);

        assertTrue(other.isWide(0, 1));
        assertEquals(row(grid, 1), row(other, 1));
    }
}
