package makerdeck.console.pane.widget;

import java.util.Arrays;
import makerdeck.console.theme.Role;

/**
 * Lines through columns of numbers: in dots, four high and two wide in a cell, or in plain characters. Holes stay
 * holes. What lies outside of the scale is marked at the edge. UI thread only.
 */
public final class Plot {

    private static final int HIGH = 4;
    private static final int BLANK_DOTS = 0x2800;
    /** Bits of the dots of a cell, by column and by row from the top. */
    private static final int[][] DOTS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

    private static final String STEPS = "_.-^";
    private static final char BAR = '|';
    private static final char OUTSIDE = '!';

    /** What stands in front of what. */
    private static final int DASH = 1;

    private static final int LINE = 2;
    private static final int MARK = 3;

    private final int width;
    private final int height;
    private final int perCell;
    private final int[][] dots;
    private final char[][] signs;
    private final int[][] ranks;
    private final Role[][] roles;

    public Plot(int width, int height, Glyphs glyphs) {
        this.width = width;
        this.height = height;
        this.perCell = glyphs.braille() ? 2 : 1;
        this.dots = new int[height][width];
        this.signs = new char[height][width];
        this.ranks = new int[height][width];
        this.roles = new Role[height][width];
        for (int row = 0; row < height; row++) {
            Arrays.fill(signs[row], ' ');
            Arrays.fill(roles[row], Role.SERIES);
        }
    }

    /** How many numbers it is wide. */
    public int columns() {
        return columns(width, perCell == 2);
    }

    static int columns(int width, boolean braille) {
        return width * (braille ? 2 : 1);
    }

    /** The row of a value, from the top. */
    public int row(double value, ValueScale scale) {
        return height - 1 - scale.level(value, height * HIGH) / HIGH;
    }

    /** A line through the last values, as thick as the values of each column are apart. */
    public void line(double[] low, double[] high, double[] last, ValueScale scale, Role role) {
        int before = -1;
        for (int i = 0; i < columns(); i++) {
            if (Double.isNaN(last[i])) {
                before = -1;
                continue;
            }
            int level = scale.level(last[i], height * HIGH);
            int from = Math.min(level, scale.level(low[i], height * HIGH));
            int to = Math.max(level, scale.level(high[i], height * HIGH));
            // From where the line was, so that it has no gaps.
            from = before >= 0 && before < from ? before + 1 : from;
            to = before > to ? before - 1 : to;
            column(i, from, to, level, role);
            before = level;
            outside(i, low[i], scale);
            outside(i, high[i], scale);
        }
    }

    public void line(double[] values, ValueScale scale, Role role) {
        line(values, values, values, scale, role);
    }

    private void column(int column, int from, int to, int level, Role role) {
        for (int at = from; at <= to; at++) {
            boolean steps = at / HIGH == level / HIGH;
            put(column, at, steps ? STEPS.charAt(level % HIGH) : BAR, role, LINE);
        }
    }

    private void outside(int column, double value, ValueScale scale) {
        if (!scale.has(value)) {
            mark(column, value, scale, OUTSIDE, Role.LATE);
        }
    }

    /** A thin line, every other dot of it, behind all others; what lies outside of the scale is left out. */
    public void dashes(double[] values, ValueScale scale, char plain, Role role) {
        for (int i = 0; i < columns(); i += perCell) {
            if (!Double.isNaN(values[i]) && scale.has(values[i])) {
                put(i, scale.level(values[i], height * HIGH), plain, role, DASH);
            }
        }
    }

    /** A sign in front of all lines. */
    public void mark(int column, double value, ValueScale scale, char sign, Role role) {
        int row = row(value, scale);
        int cell = column / perCell;
        if (cell < width && ranks[row][cell] <= MARK) {
            ranks[row][cell] = MARK;
            signs[row][cell] = sign;
            roles[row][cell] = role;
        }
    }

    private void put(int column, int level, char sign, Role role, int rank) {
        int fromTop = height * HIGH - 1 - level;
        int row = fromTop / HIGH;
        int cell = column / perCell;
        if (perCell == 2) {
            dots[row][cell] |= DOTS[column % 2][fromTop % HIGH];
        }
        if (ranks[row][cell] <= rank) {
            ranks[row][cell] = rank;
            signs[row][cell] = sign;
            roles[row][cell] = role;
        }
    }

    /** A row of it, from the top. */
    public void put(Strip strip, int row) {
        int from = 0;
        for (int i = 1; i <= width; i++) {
            if (i == width || roles[row][i] != roles[row][from]) {
                strip.put(roles[row][from], text(row, from, i));
                from = i;
            }
        }
    }

    private String text(int row, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            boolean dotted = perCell == 2 && ranks[row][i] < MARK && dots[row][i] != 0;
            text.append(dotted ? (char) (BLANK_DOTS + dots[row][i]) : signs[row][i]);
        }
        return text.toString();
    }
}
