package makerdeck.simulator.floor;

import makerdeck.domain.Levels;
import makerdeck.simulator.matching.BookSideLevels;

/** The best levels of one side of the book; the same are given again until one of them changes. */
final class ShownSide {

    private final BookSideLevels levels;
    private final int sign;
    private long[] ticks = new long[0];
    private long[] steps = new long[0];
    private Levels shown = Levels.NONE;
    private int asked = -1;

    /** @param sign of the side */
    ShownSide(BookSideLevels levels, int sign) {
        this.levels = levels;
        this.sign = sign;
    }

    /** Of the levels that have changed, the one nearest the other side is at this price. */
    void changed(long bestTicks) {
        boolean all = shown.size() < asked;
        if (all || (asked > 0 && sign * bestTicks >= sign * shown.ticks(asked - 1))) {
            asked = -1;
        }
    }

    /** Up to so many, best first, as they were at the end of the latest event. */
    Levels best(int most) {
        if (most != asked) {
            shown = now(most);
            asked = most;
        }
        return shown;
    }

    /** The same as they are now. */
    Levels now(int most) {
        int count = Math.min(most, levels.size());
        if (ticks.length < count) {
            ticks = new long[count];
            steps = new long[count];
        }
        for (int rank = 0; rank < count; rank++) {
            var level = levels.ranked(rank);
            ticks[rank] = level == null ? 0 : level.ticks;
            steps[rank] = level == null ? 0 : level.total;
        }
        return Levels.bestFirst(ticks, steps, count);
    }
}
