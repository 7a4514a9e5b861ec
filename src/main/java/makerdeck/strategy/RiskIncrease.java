package makerdeck.strategy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import makerdeck.domain.Side;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.Sizes;
import makerdeck.strategy.quoting.Wealth;
import makerdeck.strategy.rebalancing.Rebalancer;
import org.jspecify.annotations.Nullable;

/** Whether a change of parameters raises risk: each by its {@code RiskDirection}. Pure. */
public final class RiskIncrease {

    /** Points of the total. */
    private static final BigDecimal FAR = BigDecimal.valueOf(40);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private RiskIncrease() {}

    /**
     * Whether going over from some parameters to others raises risk by one of them, also when only what it stands for
     * changes.
     *
     * @param wealth null when it is not known: what depends on it then counts as a rise
     */
    public static boolean by(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
        return switch (parameter.direction()) {
            case NONE -> false;
            case ARMING ->
                now.text(parameter).equals("off") && next.text(parameter).equals("on");
            case BARING ->
                now.text(parameter).equals("on") && next.text(parameter).equals("off");
            case CHEAPER -> isCheaper(parameter, now, next, wealth);
            case REDEEMING -> !now.redeems() && next.redeems();
            case LOOSER -> isLoosened(parameter, now, next);
            case LARGER -> isLarger(now, next, wealth);
            case FIRING -> firesBy(parameter, now, next, wealth);
            case FIRING_OR_FAR -> firesOrIsFar(parameter, now, next, wealth);
            case NARROWER -> !next.feeFloor() && next.spread().compareTo(now.spread()) < 0;
            case RESUMING -> isSooner(now.limit(parameter), next.limit(parameter));
            case LONGER, UNGUARDING -> isLooser(now.limit(parameter), next.limit(parameter));
        };
    }

    private static boolean isCheaper(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
        if (now.text(parameter).equals(next.text(parameter))) {
            return false;
        }
        if (wealth != null) {
            return wealth.fee(parameter, next).compareTo(wealth.fee(parameter, now)) < 0;
        }
        var before = now.numberUnlessAuto(parameter);
        var after = next.numberUnlessAuto(parameter);
        return before.isEmpty() || after.isEmpty() || after.get().compareTo(before.get()) < 0;
    }

    private static boolean isLoosened(Parameter parameter, Parameters now, Parameters next) {
        var before = now.limit(parameter);
        var after = next.limit(parameter);
        return isLooser(before, after) || (parameter == Parameter.BAND_HARD && isOpened(now, next));
    }

    private static boolean isLarger(Parameters now, Parameters next, @Nullable Wealth wealth) {
        if (wealth == null && now.quantity().isEmpty() != next.quantity().isEmpty()) {
            return true;
        }
        return Stream.of(Side.values())
                .anyMatch(side -> isDoubled(Sizes.atOnce(now, side, wealth), Sizes.atOnce(next, side, wealth)));
    }

    private static boolean firesOrIsFar(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
        var moved = next.target().subtract(now.target()).abs();
        return moved.compareTo(FAR) > 0 || firesBy(parameter, now, next, wealth);
    }

    /** Empty: never. */
    private static boolean isSooner(Optional<BigDecimal> before, Optional<BigDecimal> after) {
        return after.isPresent() && (before.isEmpty() || after.get().compareTo(before.get()) < 0);
    }

    /** Empty: there is no limit. */
    private static boolean isLooser(Optional<BigDecimal> before, Optional<BigDecimal> after) {
        return before.isPresent() && (after.isEmpty() || after.get().compareTo(before.get()) > 0);
    }

    /** Whether bids, which stopped at the band's upper edge, never stop any more. */
    private static boolean isOpened(Parameters now, Parameters next) {
        return now.hardHigh().compareTo(HUNDRED) < 0 && next.hardHigh().compareTo(HUNDRED) >= 0;
    }

    private static boolean isDoubled(BigDecimal before, BigDecimal after) {
        return after.compareTo(before) > 0 && after.compareTo(before.multiply(TWO)) >= 0;
    }

    private static boolean firesBy(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
        boolean moved = !now.text(parameter).equals(next.text(parameter));
        return moved && fires(next, wealth);
    }

    /**
     * Whether the desk is to trade to its target by itself as things stand.
     *
     * @param wealth null when it is not known: it may
     */
    public static boolean fires(Parameters parameters, @Nullable Wealth wealth) {
        return parameters.rebalance() && (wealth == null || Rebalancer.isTriggered(parameters, wealth.inventory()));
    }
}
