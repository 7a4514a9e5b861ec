package makerdeck.console.tty;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import java.util.Arrays;

/**
 * Cells by column and row. Lanterna's own buffer asks for the width of three characters whenever one is set, which was a
 * third of the cost of a frame; this one asks once for a cell that changes. UI thread only.
 */
final class CellGrid {

    private static final TextCharacter BLANK = TextCharacter.DEFAULT_CHARACTER;

    private final int columns;
    private final int rows;
    private final TextCharacter[] cells;
    private final boolean[] wide;
    private final boolean[] touched;

    CellGrid(TerminalSize size) {
        this.columns = size.getColumns();
        this.rows = size.getRows();
        this.cells = new TextCharacter[columns * rows];
        this.wide = new boolean[columns * rows];
        this.touched = new boolean[rows];
        Arrays.fill(cells, BLANK);
    }

    TextCharacter get(int column, int row) {
        return cells[row * columns + column];
    }

    /** Whether a character begins here that takes the next column too. */
    boolean isWide(int column, int row) {
        return wide[row * columns + column];
    }

    /** Outside nothing happens. Half of a wide character does not stay: the other half becomes a blank. */
    void set(int column, int row, TextCharacter cell) {
        if (column < 0 || column >= columns || row < 0 || row >= rows) {
            return;
        }
        int at = row * columns + column;
        if (cells[at] == cell) {
            return;
        }
        if (column > 0 && wide[at - 1]) {
            cells[at - 1] = cells[at - 1].withCharacter(' ');
            wide[at - 1] = false;
        }
        touched[row] = true;
        cells[at] = cell;
        wide[at] = Widths.isWide(cell);
        if (wide[at] && column + 1 < columns) {
            cells[at + 1] = cell.withCharacter(' ');
            wide[at + 1] = false;
        }
    }

    /** Whether a cell of a row was set to something else since this was last asked. */
    boolean takeTouched(int row) {
        boolean was = touched[row];
        touched[row] = false;
        return was;
    }

    /** As if every row had been. */
    void touch() {
        Arrays.fill(touched, true);
    }

    void fill(TextCharacter cell) {
        Arrays.fill(cells, cell);
        Arrays.fill(wide, Widths.isWide(cell));
    }

    /** Makes a row like that of a grid of the same size. */
    void copyRow(CellGrid from, int row) {
        System.arraycopy(from.cells, row * columns, cells, row * columns, columns);
        System.arraycopy(from.wide, row * columns, wide, row * columns, columns);
    }
}
