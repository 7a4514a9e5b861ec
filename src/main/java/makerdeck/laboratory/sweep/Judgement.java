package makerdeck.laboratory.sweep;

import java.util.List;
import makerdeck.laboratory.statistics.Estimate;
import makerdeck.laboratory.sweep.Trial.Figures;

/**
 * What the winner does on seeds that the search never saw.
 *
 * @param alpha quote units an hour
 * @param gain its alpha less the base's on the same seed
 */
record Judgement(int cell, Estimate alpha, Estimate gain) {

    /** What those seeds prove. */
    enum Verdict {
        BETTER,
        WORSE,
        NOT_PROVED,
        /** There is one of them, and so no interval. */
        NO_INTERVAL,
        /** It is the base. */
        SAME
    }

    static Judgement of(int cell, List<Figures> winner, List<Figures> base) {
        var its = winner.stream().mapToDouble(Figures::alpha).toArray();
        var others = base.stream().mapToDouble(Figures::alpha).toArray();
        return new Judgement(cell, Estimate.of(its), Estimate.ofDifferences(its, others));
    }

    Verdict verdict() {
        if (cell == SweepPlan.BASE) {
            return Verdict.SAME;
        }
        if (!gain.hasInterval()) {
            return Verdict.NO_INTERVAL;
        }
        if (!gain.isProved()) {
            return Verdict.NOT_PROVED;
        }
        return gain.mean() > 0 ? Verdict.BETTER : Verdict.WORSE;
    }
}
