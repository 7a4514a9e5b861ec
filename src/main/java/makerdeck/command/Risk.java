package makerdeck.command;

import java.util.stream.Stream;
import makerdeck.strategy.RiskIncrease;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.parameters.RiskDirection;
import makerdeck.strategy.quoting.Wealth;
import org.jspecify.annotations.Nullable;

/** What a command may cost, least first: decides whether it runs at once or asks. */
public enum Risk {
    /** Reads, or concerns the screen only. Runs at once. */
    READS,
    /** Makes the desk do less. Runs at once. */
    LOWERS,
    /** Changes parameters within the limits. Runs at once and prints old -> new. */
    CHANGES,
    /** Quotes again. With real money at stake: a preview, then the symbol the first time and {@code yes} later. */
    STARTS,
    /** Raises risk: a preview, then {@code yes}. */
    RAISES,
    /** Leaves the desk's care: where the venue lives on, the symbol has to be typed. */
    ABANDONS;

    /**
     * Whether a command of this risk is shown first and waits for an answer, on the screen as without one.
     *
     * @param isRealMoney whether the desk trades on the real exchange
     * @param venueLivesOn whether orders left on the venue outlive the desk
     */
    public boolean asks(boolean isRealMoney, boolean venueLivesOn) {
        return switch (this) {
            case READS, LOWERS, CHANGES -> false;
            case STARTS -> isRealMoney;
            case RAISES -> true;
            case ABANDONS -> venueLivesOn;
        };
    }

    /**
     * Of a change of parameters: what the table of parameters says of each.
     *
     * @param wealth null when it is not known
     */
    public static Risk of(Parameters now, Parameters next, @Nullable Wealth wealth) {
        return greatest(Stream.of(Parameter.values())
                .map(parameter -> RiskIncrease.by(parameter, now, next, wealth) ? of(parameter.direction()) : CHANGES));
    }

    /**
     * Of the end of values that are only lent: at which ratio they are given back is not known yet, so that they may
     * have the desk trade then.
     */
    public static Risk ofReturn(Parameters lent, Parameters back) {
        return back.rebalance() && !back.rebalancesAs(lent) ? RAISES : CHANGES;
    }

    private static Risk of(RiskDirection direction) {
        return direction == RiskDirection.LONGER ? STARTS : RAISES;
    }

    /** The greater of several; {@link #READS} for none. */
    public static Risk greatest(Stream<Risk> risks) {
        return risks.max(Enum::compareTo).orElse(READS);
    }
}
