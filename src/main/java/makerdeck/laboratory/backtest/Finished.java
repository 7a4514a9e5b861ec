package makerdeck.laboratory.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import makerdeck.laboratory.model.RunResult;

/** The runs of a comparison that are finished, by their number. Immutable. */
public record Finished(Comparison comparison, SortedMap<Integer, RunResult> runs) {

    public Finished {
        runs = new TreeMap<>(runs);
    }

    boolean isWhole() {
        return runs.size() == comparison.size();
    }

    /** The finished runs of a contender, by seed. */
    List<RunResult> of(Contender contender) {
        var own = new ArrayList<RunResult>();
        runs.forEach((run, result) -> {
            if (comparison.contender(run).equals(contender)) {
                own.add(result);
            }
        });
        return own;
    }

    /** Those seeds of which both have a finished run, in pairs: one's and the other's. */
    List<List<RunResult>> pairs(Contender one, Contender other) {
        var pairs = new ArrayList<List<RunResult>>();
        int all = comparison.contenders().size();
        for (int first = 0; first < comparison.size(); first += all) {
            var left = runs.get(first + comparison.contenders().indexOf(one));
            var right = runs.get(first + comparison.contenders().indexOf(other));
            if (left != null && right != null) {
                pairs.add(List.of(left, right));
            }
        }
        return pairs;
    }
}
