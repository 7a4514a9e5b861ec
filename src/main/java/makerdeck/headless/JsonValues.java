package makerdeck.headless;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.stream.Collectors;
import makerdeck.domain.Balance;
import makerdeck.domain.Side;
import makerdeck.message.Denial;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.QuotingRow.SideChain;
import org.jspecify.annotations.Nullable;

/** How the values of the headless output are spelt; null is what is not known. */
final class JsonValues {

    private static final int DECIMALS = 12;

    private JsonValues() {}

    /** Exact up to twelve decimals, which no price or amount needs more of. */
    static @Nullable String figure(@Nullable BigDecimal value) {
        return value == null
                ? null
                : value.setScale(Math.min(value.scale(), DECIMALS), RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    /** {@code cause:percent}, then {@code :factor} and {@code :msLeft} where there are such, one after another. */
    static @Nullable String chain(@Nullable SideChain chain, Instant now) {
        return chain == null
                ? null
                : chain.steps().stream().map(step -> step(step, now)).collect(Collectors.joining(" "));
    }

    private static String step(SideChain.Step step, Instant now) {
        var factor = step.factor();
        var until = step.until();
        return step.cause() + ":" + plain(step.percent())
                + (factor == null ? "" : ":" + plain(factor))
                + (until == null ? "" : ":" + Math.max(0, until.toEpochMilli() - now.toEpochMilli()));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    static @Nullable String code(@Nullable Denial denial) {
        return denial == null ? null : denial.code();
    }

    static String lent(Balance balance) {
        return balance.lent().signum() == 0
                ? "0"
                : balance.lent().stripTrailingZeros().toPlainString();
    }

    static @Nullable String mid(DeskSnapshot desk) {
        var market = desk.market();
        var bid = desk.book().best(Side.BID);
        var ask = desk.book().best(Side.ASK);
        return market == null || bid.isEmpty() || ask.isEmpty()
                ? null
                : figure(market.mid(bid.get().price(), ask.get().price()));
    }

    static @Nullable String age(@Nullable Instant since, Instant now) {
        return since == null ? null : Long.toString(Math.max(0, now.toEpochMilli() - since.toEpochMilli()));
    }
}
