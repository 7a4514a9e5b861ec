package makerdeck.console.pane.widget;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines through numbers: in dots, four high and two wide in a cell, or in plain characters. */
public final class Series {

    private static final int BLANK_DOTS = 0x2800;
    /** Bits of the dots of a cell, by column and by row from the top. */
    private static final int[][] DOTS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

    private static final String STEPS = "_.-^";

    private Series() {}

    /** All values, thinned to one row of at most {@code width} cells. */
    public static String line(List<BigDecimal> values, int width, Glyphs glyphs) {
        return rows(values, width, 1, glyphs)[0];
    }

    /**
     * All values, thinned to {@code height} rows of at most {@code width} cells, the first row on top. The line grows
     * to the right and never scrolls, so that a new value changes one cell.
     */
    public static String[] rows(List<BigDecimal> values, int width, int height, Glyphs glyphs) {
        int perCell = glyphs.braille() ? 2 : 1;
        int[] levels = levels(thinned(values, width * perCell), height * 4);
        var rows = new String[height];
        for (int row = 0; row < height; row++) {
            rows[row] = glyphs.braille() ? dots(levels, row, height) : characters(levels, row, height);
        }
        return rows;
    }

    private static List<BigDecimal> thinned(List<BigDecimal> values, int most) {
        int every = (values.size() + most - 1) / Math.max(1, most);
        if (every <= 1) {
            return values;
        }
        var kept = new ArrayList<BigDecimal>();
        for (int i = 0; i < values.size(); i += every) {
            kept.add(values.get(i));
        }
        return kept;
    }

    /** Each value as a level from 0, the lowest, to {@code count - 1}. */
    private static int[] levels(List<BigDecimal> values, int count) {
        var numbers = values.stream().mapToDouble(BigDecimal::doubleValue).toArray();
        double low = Arrays.stream(numbers).min().orElse(0);
        double high = Arrays.stream(numbers).max().orElse(0);
        var levels = new int[numbers.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = high == low ? count / 2 : (int) Math.round((numbers[i] - low) / (high - low) * (count - 1));
        }
        return levels;
    }

    private static String dots(int[] levels, int row, int height) {
        var text = new StringBuilder();
        for (int i = 0; i < levels.length; i += 2) {
            int bits = 0;
            for (int column = 0; column < 2 && i + column < levels.length; column++) {
                bits |= column(levels, i + column, row, height, DOTS[column]);
            }
            text.append((char) (BLANK_DOTS + bits));
        }
        return text.toString().replace((char) BLANK_DOTS, ' ');
    }

    /** The dots from the value before to this one, so that the line has no gaps. */
    private static int column(int[] levels, int index, int row, int height, int[] dots) {
        int from = index == 0 ? levels[0] : levels[index - 1];
        int low = from < levels[index] ? from + 1 : levels[index];
        int high = from > levels[index] ? from - 1 : levels[index];
        int bits = 0;
        for (int level = low; level <= high; level++) {
            int fromTop = height * 4 - 1 - level;
            if (fromTop / 4 == row) {
                bits |= dots[fromTop % 4];
            }
        }
        return bits;
    }

    private static String characters(int[] levels, int row, int height) {
        var text = new StringBuilder();
        for (int level : levels) {
            text.append(height - 1 - level / 4 == row ? STEPS.charAt(level % 4) : ' ');
        }
        return text.toString();
    }
}
