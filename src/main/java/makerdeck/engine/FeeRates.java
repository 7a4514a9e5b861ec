package makerdeck.engine;

import java.math.BigDecimal;
import java.util.Optional;
import makerdeck.domain.Fees;
import makerdeck.strategy.Parameters;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What trading costs on this market. The account's own figure is one number for all markets; what fills here have
 * cost is nearer the truth, and what the operator says comes first.
 *
 * <p>Engine thread only.
 */
final class FeeRates {

    private final Rate maker = new Rate();
    private final Rate taker = new Rate();

    /** One role's fee in basis points. */
    static final class Rate {

        /** So many fills in a row must cost the same less before it is counted on. */
        private static final int ENOUGH = 3;

        private static final BigDecimal TOLERATED = new BigDecimal("0.1");
        /** Venues round fees; what a hundredth of a basis point comes to is no news. */
        private static final BigDecimal NOTHING = new BigDecimal("0.01");

        private BigDecimal told = BigDecimal.ZERO;
        private @Nullable BigDecimal paid;
        private boolean cheaper;
        private @Nullable BigDecimal candidate;
        private int times;

        /** Without what the operator says. */
        BigDecimal bp() {
            if (paid == null) {
                return told;
            }
            return cheaper ? paid : told.max(paid);
        }

        private boolean isFromFills() {
            return paid != null && bp().compareTo(told) != 0;
        }

        /** A fill has cost so much. A dearer fee is believed at once; true when it is reckoned with from now on. */
        boolean seen(BigDecimal cost) {
            if (isSame(cost, bp())) {
                candidate = null;
                return false;
            }
            if (cost.compareTo(bp()) > 0) {
                adopt(cost);
                return true;
            }
            var before = candidate;
            times = before != null && isSame(cost, before) ? times + 1 : 1;
            candidate = times == 1 || before == null ? cost : before.max(cost);
            if (times < ENOUGH) {
                return false;
            }
            adopt(candidate);
            return true;
        }

        private void adopt(BigDecimal cost) {
            paid = isSame(cost, told) ? null : cost;
            cheaper = cost.compareTo(told) < 0;
            candidate = null;
        }

        private static boolean isSame(BigDecimal cost, BigDecimal other) {
            var apart = cost.subtract(other).abs();
            return apart.compareTo(NOTHING.max(other.abs().multiply(TOLERATED))) <= 0;
        }
    }

    /** What the account says, for all markets. */
    void told(Fees fees) {
        maker.told = fees.makerBp();
        taker.told = fees.takerBp();
    }

    Rate of(boolean isMaker) {
        return isMaker ? maker : taker;
    }

    /** What to reckon with under these parameters. */
    Fees fees(Parameters parameters) {
        return new Fees(
                parameters.feeMaker().orElse(maker.bp()), parameters.feeTaker().orElse(taker.bp()));
    }

    /** For the operator: {@code maker 0 bp (own fills), taker 10 bp (account)}. */
    String text(Parameters parameters) {
        var fees = fees(parameters);
        return Words.say(
                "engine.fee.rates",
                Texts.rounded(fees.makerBp(), 2),
                source(parameters.feeMaker(), maker),
                Texts.rounded(fees.takerBp(), 2),
                source(parameters.feeTaker(), taker));
    }

    private static String source(Optional<BigDecimal> said, Rate rate) {
        return Words.say(
                said.isPresent()
                        ? "engine.fee.source.parameter"
                        : rate.isFromFills() ? "engine.fee.source.fills" : "engine.fee.source.account");
    }
}
