package makerdeck.engine.execution;

import java.math.BigDecimal;
import makerdeck.domain.Market;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.log.Texts;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What became of a rebalance, as it is told. Immutable.
 *
 * @param before ratio in % when it began, {@code after} when it ended
 * @param cost in quote units, fees included
 * @param atMost what the operator agreed to pay; null when it began by itself
 * @param stopped why it ended early, null when it did not
 */
record RebalanceResult(
        Side side,
        Quantity done,
        Quantity wanted,
        BigDecimal before,
        BigDecimal after,
        BigDecimal cost,
        @Nullable BigDecimal atMost,
        @Nullable Message stopped) {

    boolean isWhole() {
        return done.compareTo(wanted) >= 0;
    }

    Message text(Market rules) {
        var result = Message.of(
                isWhole()
                        ? "engine.rebalance.done"
                        : done.isZero() ? "engine.rebalance.none" : "engine.rebalance.partly",
                Message.of(
                        "engine.rebalance.traded." + Texts.side(side),
                        rules.text(done),
                        rules.text(wanted),
                        rules.base()),
                Texts.rounded(before, 1),
                Texts.rounded(after, 1),
                paid(rules));
        return stopped == null ? result : Message.of("engine.rebalance.because", result, stopped);
    }

    private Message paid(Market rules) {
        var paid = Texts.rounded(cost, rules.decimals(cost, 4));
        return atMost == null
                ? Message.of("engine.rebalance.cost", paid, rules.quote())
                : Message.of(
                        "engine.rebalance.cost-of",
                        paid,
                        Texts.rounded(atMost, rules.decimals(atMost, 4)),
                        rules.quote());
    }
}
