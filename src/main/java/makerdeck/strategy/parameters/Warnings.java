package makerdeck.strategy.parameters;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import makerdeck.message.Message;

/** What is legal but hardly meant. */
final class Warnings {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Warnings() {}

    static List<Message> about(Parameters parameters) {
        var found = new ArrayList<Message>();
        var target = parameters.target();
        var threshold = parameters.threshold();
        if (target.compareTo(threshold) <= 0) {
            found.add(said("strategy.warning.never-buys", target, threshold));
        }
        if (target.add(threshold).compareTo(HUNDRED) >= 0) {
            found.add(said("strategy.warning.never-sells", target, threshold));
        }
        if (parameters.bandHard().compareTo(threshold) < 0) {
            found.add(said("strategy.warning.band-first", parameters.bandHard(), threshold));
        }
        return found;
    }

    private static Message said(String key, BigDecimal one, BigDecimal other) {
        return Message.of(key, Rule.Range.plain(one), Rule.Range.plain(other));
    }
}
