package makerdeck.simulator.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;

/** The levels one event touched, each with the quantity it had before. */
public final class DepthChanges {

    private record Before(Side side, long ticks, long total) {}

    private final List<Before> touched = new ArrayList<>();
    private boolean watching;

    /** Nothing is kept until somebody watches. */
    public void watch() {
        watching = true;
    }

    public boolean isEmpty() {
        return touched.isEmpty();
    }

    /** Called before a level changes. */
    void note(PriceLevel level) {
        if (watching) {
            touched.add(new Before(level.side, level.ticks, level.total));
        }
    }

    /** The levels of a side whose quantity now differs, ascending in price. */
    public List<Level> drain(Side side, BookSideLevels levels) {
        var before = touched.stream()
                .filter(change -> change.side == side)
                .sorted(Comparator.comparingLong(Before::ticks))
                .toList();
        touched.removeIf(change -> change.side == side);
        var changed = new ArrayList<Level>();
        for (int i = 0; i < before.size(); i++) {
            var first = before.get(i);
            if (i > 0 && before.get(i - 1).ticks == first.ticks) {
                continue;
            }
            var level = levels.find(first.ticks);
            long total = level == null ? 0 : level.total;
            if (total != first.total) {
                changed.add(new Level(new Price(first.ticks), new Quantity(total)));
            }
        }
        return changed;
    }
}
