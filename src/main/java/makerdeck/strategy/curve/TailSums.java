package makerdeck.strategy.curve;

import java.util.Arrays;

/**
 * What reached each distance or went beyond it, summed up by blocks of time: takers come in bursts, so that an interval is
 * made of what differs between blocks and not between takers. Older blocks count less and less. As much room, and a block
 * as much work, however long it goes on. Engine thread only.
 */
final class TailSums {

    /** Fewer blocks, or fewer takers, say nothing. */
    static final double FEWEST_BLOCKS = 3;

    private static final double FEWEST_TAKERS = 10;
    /** What is older counts a little less from the first block on. */
    private static final double NEARLY = 0.1;

    private static final double FEWEST_MARKED_BLOCKS = 4;

    private final double hours;
    private final double kept;

    /** Of one distance, over all blocks: weights in the first powers, their squares in the second. */
    private static final class Sums {
        private double takers;
        private double takersOnce;
        private double takersSquared;
        private double volume;
        private double marked;
        private double markedOnce;
        private double markedSquared;
        private double drift;
        private double driftSquared;
        private double driftByMarked;
        private double blocks;
        private double blocksOnce;
    }

    // Engine thread only.
    private final Sums[] sums = new Sums[Distances.COUNT];
    private double blocks;
    private double blocksOnce;
    private final double[] takers = new double[Distances.COUNT];
    private final double[] volume = new double[Distances.COUNT];
    private final double[] marked = new double[Distances.COUNT];
    private final double[] drift = new double[Distances.COUNT];

    /**
     * @param hours of a block
     * @param halfLife blocks after which one counts half
     */
    TailSums(double hours, double halfLife) {
        this.hours = hours;
        kept = Math.pow(0.5, 1 / halfLife);
        Arrays.setAll(sums, step -> new Sums());
    }

    /** Somebody took as far as this step. */
    void reached(int step) {
        takers[step]++;
    }

    /** So much was traded at this step, in the quote asset. */
    void traded(int step, double worth) {
        volume[step] += worth;
    }

    /** How the mid went after somebody had taken as far as this step, in basis points, for who was taken from. */
    void marked(int step, double basisPoints) {
        marked[step]++;
        drift[step] += basisPoints;
    }

    /** The block is over. */
    void close() {
        blocks = blocks * kept + 1;
        blocksOnce = blocksOnce * kept * kept + 1;
        double taken = 0;
        double worth = 0;
        double seen = 0;
        double moved = 0;
        for (int step = Distances.COUNT - 1; step >= 0; step--) {
            taken += takers[step];
            worth += volume[step];
            seen += marked[step];
            moved += drift[step];
            add(sums[step], taken, worth, seen, moved);
        }
        Arrays.fill(takers, 0);
        Arrays.fill(volume, 0);
        Arrays.fill(marked, 0);
        Arrays.fill(drift, 0);
    }

    private void add(Sums at, double taken, double worth, double seen, double moved) {
        double squared = kept * kept;
        at.takers = at.takers * kept + taken;
        at.takersOnce = at.takersOnce * squared + taken;
        at.takersSquared = at.takersSquared * squared + taken * taken;
        at.volume = at.volume * kept + worth;
        at.marked = at.marked * kept + seen;
        at.markedOnce = at.markedOnce * squared + seen;
        at.markedSquared = at.markedSquared * squared + seen * seen;
        at.drift = at.drift * kept + moved;
        at.driftSquared = at.driftSquared * squared + moved * moved;
        at.driftByMarked = at.driftByMarked * squared + moved * seen;
        at.blocks = at.blocks * kept + (seen > 0 ? 1 : 0);
        at.blocksOnce = at.blocksOnce * squared + (seen > 0 ? 1 : 0);
    }

    /** How many blocks of equal weight the sums are worth. */
    double blocks() {
        return blocks == 0 ? 0 : blocks * blocks / blocksOnce;
    }

    boolean isEnough() {
        return blocks() >= FEWEST_BLOCKS - NEARLY;
    }

    /** How many that came as far count, older ones less. */
    double takers(int step) {
        var at = sums[step];
        return at.takersOnce == 0 ? 0 : at.takers * at.takers / at.takersOnce;
    }

    /** As many takers as would have told as much had each come by itself. */
    double independent(int step) {
        var at = sums[step];
        if (at.takersOnce == 0) {
            return 0;
        }
        double mean = at.takers / blocks;
        double between = at.takersSquared - 2 * mean * at.takersOnce + mean * mean * blocksOnce;
        double number = blocks();
        double dispersion = number > 1 ? between * number / (number - 1) / at.takersOnce : 1;
        return takers(step) / Math.max(1, dispersion);
    }

    /** Takers an hour that come as far; only with {@link #isEnough}. */
    ConfidenceInterval rate(int step) {
        return ConfidenceInterval.ofCount(
                independent(step), sums[step].takers / (blocks * hours), 1 / (blocks() * hours));
    }

    /** Quote units an hour traded as far. */
    double volume(int step) {
        return blocks == 0 ? 0 : sums[step].volume / (blocks * hours);
    }

    /** Whether enough is known of how the mid goes after somebody has come as far. */
    boolean isMarked(int step) {
        var at = sums[step];
        return at.markedOnce > 0
                && at.marked * at.marked / at.markedOnce >= FEWEST_TAKERS - NEARLY
                && at.blocks * at.blocks / at.blocksOnce >= FEWEST_MARKED_BLOCKS - NEARLY;
    }

    /** How the mid goes afterwards, in basis points; only where {@link #isMarked}. */
    ConfidenceInterval drift(int step) {
        var at = sums[step];
        double mean = at.drift / at.marked;
        double between = at.driftSquared - 2 * mean * at.driftByMarked + mean * mean * at.markedSquared;
        double number = at.blocks * at.blocks / at.blocksOnce;
        double deviation = Math.sqrt(Math.max(0, between) * number / (number - 1)) / at.marked;
        return ConfidenceInterval.around(mean, ConfidenceInterval.student(number - 1) * deviation);
    }
}
