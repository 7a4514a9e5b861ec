package makerdeck.engine;

import java.util.List;
import makerdeck.domain.Market;

/**
 * Orders of ours that may rest on the venue, in words for the operator. Immutable.
 *
 * @param advice how to be rid of them by hand
 */
record Resting(List<String> lines, String advice) {

    Resting {
        lines = List.copyOf(lines);
    }

    static Resting of(Core core) {
        var facts = core.facts();
        var lines = core.tracker().live().stream()
                .map(order -> order.tag() + " " + Texts.order(order, facts.market()) + " " + order.state + " clientId "
                        + order.clientId().value() + (order.orderId == null ? "" : " id " + order.orderId))
                .toList();
        return new Resting(
                lines,
                "cancel them on the venue's own page (open orders of "
                        + facts.knownMarket().map(Market::symbol).orElse("the market")
                        + "), or start the desk again: it cancels them first");
    }
}
