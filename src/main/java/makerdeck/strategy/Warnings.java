package makerdeck.strategy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What is legal but hardly meant. */
final class Warnings {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Warnings() {}

    static List<String> about(Parameters parameters) {
        var found = new ArrayList<String>();
        var target = parameters.target();
        var threshold = parameters.threshold();
        if (target.compareTo(threshold) <= 0) {
            found.add("target " + Rule.Range.plain(target) + " <= threshold " + Rule.Range.plain(threshold)
                    + ": a rebalance can never buy");
        }
        if (target.add(threshold).compareTo(HUNDRED) >= 0) {
            found.add("target " + Rule.Range.plain(target) + " + threshold " + Rule.Range.plain(threshold)
                    + " >= 100: a rebalance can never sell");
        }
        if (parameters.bandHard().compareTo(threshold) < 0) {
            found.add("band.hard " + Rule.Range.plain(parameters.bandHard()) + " < threshold "
                    + Rule.Range.plain(threshold) + ": a side stops before a rebalance can help");
        }
        return found;
    }
}
