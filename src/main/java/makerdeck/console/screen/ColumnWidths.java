package makerdeck.console.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How wide the columns of a table are. While a screen stays as it is a column only grows, so that nothing jumps when a
 * figure loses a digit. UI thread only.
 */
final class ColumnWidths {

    private static final int WIDEST_GAP = 3;

    private final int[] widest;
    private final int[] narrowest;

    /** Which columns there is room for, how wide each is, and the blanks between two. */
    record Placed(List<Integer> columns, int[] widths, int gap) {
        static final Placed NONE = new Placed(List.of(), new int[0], 0);
    }

    ColumnWidths(int columns) {
        widest = new int[columns];
        narrowest = new int[columns];
    }

    /** The room is another one, or the rows are: what was seen before counts no more. */
    void forget() {
        Arrays.fill(widest, 0);
        Arrays.fill(narrowest, 0);
    }

    void see(int column, int most, int least) {
        widest[column] = Math.max(widest[column], most);
        narrowest[column] = Math.max(narrowest[column], least);
    }

    /** Leaves out whole columns, the least important first, until the others fit; what is left over widens them. */
    Placed place(List<? extends Column<?>> columns, int[] titles, int available) {
        var kept = new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
        kept.removeIf(column -> widest[column] == 0 && columns.get(column).importance() > 1);
        int[] least = IntStream.range(0, columns.size())
                .map(i -> Math.max(
                        titles[i],
                        columns.get(i).least() == 0
                                ? narrowest[i]
                                : Math.min(columns.get(i).least(), widest[i])))
                .toArray();
        var byImportance = Comparator.<Integer>comparingInt(i -> columns.get(i).importance())
                .thenComparingInt(i -> i);
        while (kept.size() > 1 && sum(kept, least) + kept.size() - 1 > available) {
            kept.remove(kept.stream().max(byImportance).orElseThrow());
        }
        int[] widths = least.clone();
        int spare = available - sum(kept, widths) - (kept.size() - 1);
        var ranked = kept.stream().sorted(byImportance).toList();
        // Nobody's long text is whole before everybody's has something to say.
        for (int round = 1; round <= 2; round++) {
            for (var column : ranked) {
                int few = columns.get(column).least() * 2;
                int most = round == 1 && few > 0 ? Math.min(few, widest[column]) : widest[column];
                int more = Math.max(0, Math.min(spare, most - widths[column]));
                widths[column] += more;
                spare -= more;
            }
        }
        int gaps = Math.max(1, kept.size() - 1);
        int gap = Math.max(1, Math.min(WIDEST_GAP, 1 + Math.max(0, spare) / gaps));
        return new Placed(List.copyOf(kept), widths, gap);
    }

    private static int sum(List<Integer> columns, int[] widths) {
        return columns.stream().mapToInt(column -> widths[column]).sum();
    }
}
