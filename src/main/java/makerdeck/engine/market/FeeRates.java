package makerdeck.engine.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import makerdeck.domain.Fees;
import makerdeck.engine.log.Texts;
import makerdeck.journal.Entry;
import makerdeck.message.Message;
import makerdeck.snapshot.FeeRow;
import makerdeck.strategy.parameters.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What trading costs on this market. The account's own figure is one number for all markets; what fills here have
 * cost is nearer the truth, and what the operator says comes first.
 *
 * <p>Engine thread only.
 */
public final class FeeRates {

    private final Rate maker = new Rate();
    private final Rate taker = new Rate();

    private List<Paid> earlier;

    /** What a fill of an earlier run has cost, in basis points. */
    public record Paid(boolean maker, BigDecimal bp) {

        /** {@code symbol}: {@code BASE_QUOTE}; the fee is in one of the two. */
        public static Paid of(Entry.FillBooked fill, String symbol) {
            var inBase = symbol.startsWith(fill.feeAsset() + "_");
            return new Paid(fill.maker(), cost(fill.fee(), fill.price(), fill.quantity(), inBase));
        }
    }

    FeeRates() {
        this(List.of());
    }

    /** @param earlier newest first */
    public FeeRates(List<Paid> earlier) {
        this.earlier = earlier;
    }

    /** What a fee comes to: of the base asset received, or of the quote asset. */
    public static BigDecimal cost(BigDecimal fee, BigDecimal price, BigDecimal quantity, boolean inBase) {
        var received = inBase ? quantity : price.multiply(quantity);
        return fee.movePointRight(4).divide(received, MathContext.DECIMAL64);
    }

    /** One role's fee in basis points. */
    public static final class Rate {

        /** So many fills in a row must cost the same less before it is counted on. */
        private static final int ENOUGH = 3;

        private static final BigDecimal TOLERATED = new BigDecimal("0.1");
        /** Venues round fees; what a hundredth of a basis point comes to is no news. */
        private static final BigDecimal NOTHING = new BigDecimal("0.01");

        private BigDecimal told = BigDecimal.ZERO;
        private @Nullable BigDecimal paid;
        private boolean cheaper;
        private boolean earlier;
        private @Nullable BigDecimal candidate;
        private int times;

        /** Without what the operator says. */
        public BigDecimal bp() {
            if (paid == null) {
                return told;
            }
            return cheaper ? paid : told.max(paid);
        }

        private FeeRow.Source source() {
            if (paid == null || bp().compareTo(told) == 0) {
                return FeeRow.Source.ACCOUNT;
            }
            return earlier ? FeeRow.Source.EARLIER_FILLS : FeeRow.Source.FILLS;
        }

        /** What fills of earlier runs have cost: any of them more than the account says, or all of them less. */
        void recall(List<BigDecimal> newest) {
            var dearest = newest.stream().reduce(BigDecimal::max).orElse(told);
            boolean agree = newest.size() >= ENOUGH && newest.stream().allMatch(cost -> isSame(cost, dearest));
            if (!isSame(dearest, told) && (dearest.compareTo(told) > 0 || agree)) {
                adopt(dearest);
                earlier = true;
            }
        }

        /** A fill has cost so much. A dearer fee is believed at once; true when it is reckoned with from now on. */
        public boolean seen(BigDecimal cost) {
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
            earlier = false;
            candidate = null;
        }

        private static boolean isSame(BigDecimal cost, BigDecimal other) {
            var apart = cost.subtract(other).abs();
            return apart.compareTo(NOTHING.max(other.abs().multiply(TOLERATED))) <= 0;
        }
    }

    /** What the account says, for all markets; the first time, it is set beside what earlier fills have cost. */
    void told(Fees fees) {
        maker.told = fees.makerBp();
        taker.told = fees.takerBp();
        maker.recall(earlier(true));
        taker.recall(earlier(false));
        earlier = List.of();
    }

    private List<BigDecimal> earlier(boolean isMaker) {
        return earlier.stream()
                .filter(paid -> paid.maker() == isMaker)
                .map(Paid::bp)
                .toList();
    }

    public Rate of(boolean isMaker) {
        return isMaker ? maker : taker;
    }

    /** What {@code auto} stands for. */
    public Fees automatic() {
        return new Fees(maker.bp(), taker.bp());
    }

    /** What to reckon with under these parameters. */
    public Fees fees(Parameters parameters) {
        return new Fees(
                parameters.feeMaker().orElse(maker.bp()), parameters.feeTaker().orElse(taker.bp()));
    }

    /** What is reckoned with, and who says so. */
    public FeeRow row(Parameters parameters) {
        return new FeeRow(
                fees(parameters),
                parameters.feeMaker().isPresent() ? FeeRow.Source.PARAMETER : maker.source(),
                parameters.feeTaker().isPresent() ? FeeRow.Source.PARAMETER : taker.source(),
                automatic());
    }

    /** For the operator: {@code maker 0 bp (own fills), taker 10 bp (account)}. */
    public Message text(Parameters parameters) {
        var row = row(parameters);
        return Message.of(
                "engine.fee.rates",
                Texts.rounded(row.used().makerBp(), 2),
                text(row.maker()),
                Texts.rounded(row.used().takerBp(), 2),
                text(row.taker()));
    }

    private static Message text(FeeRow.Source source) {
        return Message.of("engine.fee.source." + source.word());
    }
}
