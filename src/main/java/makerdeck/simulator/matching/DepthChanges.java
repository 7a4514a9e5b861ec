package makerdeck.simulator.matching;

import java.util.ArrayList;
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
        var before = taken(side);
        var changed = new ArrayList<Level>(before.size());
        for (var first : before) {
            var level = levels.find(first.ticks);
            long total = level == null ? 0 : level.total;
            if (total != first.total) {
                changed.add(new Level(new Price(first.ticks), new Quantity(total)));
            }
        }
        return changed;
    }

    /** Those of a side, no more to be drained: of each price the first, ascending; an event touches few. */
    private List<Before> taken(Side side) {
        var taken = new ArrayList<Before>();
        int left = 0;
        for (int at = 0; at < touched.size(); at++) {
            var change = touched.get(at);
            if (change.side == side) {
                insert(change, taken);
            } else {
                touched.set(left++, change);
            }
        }
        touched.subList(left, touched.size()).clear();
        return taken;
    }

    private static void insert(Before change, List<Before> taken) {
        int at = taken.size();
        while (at > 0 && taken.get(at - 1).ticks > change.ticks) {
            at--;
        }
        if (at == 0 || taken.get(at - 1).ticks != change.ticks) {
            taken.add(at, change);
        }
    }
}
