package makerdeck.laboratory.sweep;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;

/** What is tried: every combination of the axes' values, or some of them by lot. Immutable. */
public final class Grid {

    /** Of one sweep. */
    static final int MOST_CELLS = 10_000;

    private static final long LOTS = 5_161;

    private final List<GridAxis> axes;
    private final long combinations;

    private Grid(List<GridAxis> axes) {
        this.axes = List.copyOf(axes);
        long product = 1;
        for (var axis : axes) {
            // Beyond that nobody counts; it must only not run over.
            product = Math.min(Integer.MAX_VALUE, product * axis.values().size());
        }
        combinations = product;
    }

    /**
     * {@link MistakeException} with the rule, what was typed and what would be legal.
     *
     * @param typed one axis each: {@code spread=0.1..0.4:0.05}, {@code skew=0,0.5,1}
     * @param base the parameters that the grid changes
     */
    public static Grid of(List<String> typed, Parameters base) {
        var axes = new ArrayList<GridAxis>();
        var seen = EnumSet.noneOf(Parameter.class);
        for (var each : typed) {
            var axis = GridAxis.of(each, base);
            if (!seen.add(axis.parameter())) {
                throw new MistakeException(
                        Message.of("laboratory.grid.twice", axis.parameter().key()));
            }
            axes.add(axis);
        }
        if (axes.isEmpty()) {
            throw new MistakeException(Message.of("laboratory.grid.none"));
        }
        return new Grid(axes);
    }

    /** Of the axes, in the order typed. */
    public List<String> keys() {
        return axes.stream().map(axis -> axis.parameter().key()).toList();
    }

    /** All combinations, the last axis turning fastest. */
    public List<Map<String, String>> all() {
        if (combinations > MOST_CELLS) {
            throw new MistakeException(Message.of("laboratory.grid.many", MOST_CELLS, combinations));
        }
        var cells = new ArrayList<Map<String, String>>();
        for (long number = 0; number < combinations; number++) {
            cells.add(combination(number));
        }
        return cells;
    }

    /** So many different combinations by lot, in the order of {@link #all}; all of them when there are no more. */
    public List<Map<String, String>> byLot(int count) {
        if (count < 1 || count > MOST_CELLS) {
            throw new MistakeException(
                    Message.of("laboratory.grid.random", MOST_CELLS, count, Math.max(1, Math.min(MOST_CELLS, count))));
        }
        if (combinations <= count) {
            return all();
        }
        if (combinations == Integer.MAX_VALUE) {
            throw new MistakeException(Message.of("laboratory.grid.endless", Integer.MAX_VALUE));
        }
        // Floyd: every set of numbers is as likely as any other.
        var random = new SplittableRandom(LOTS);
        var drawn = new TreeSet<Long>();
        for (long top = combinations - count; top < combinations; top++) {
            long lot = random.nextLong(top + 1);
            drawn.add(drawn.contains(lot) ? top : lot);
        }
        return drawn.stream().map(this::combination).toList();
    }

    private Map<String, String> combination(long number) {
        long rest = number;
        var chosen = new String[axes.size()];
        for (int i = axes.size() - 1; i >= 0; i--) {
            var values = axes.get(i).values();
            chosen[i] = values.get((int) (rest % values.size()));
            rest /= values.size();
        }
        var cell = new LinkedHashMap<String, String>();
        for (int i = 0; i < chosen.length; i++) {
            cell.put(axes.get(i).parameter().key(), chosen[i]);
        }
        return cell;
    }
}
