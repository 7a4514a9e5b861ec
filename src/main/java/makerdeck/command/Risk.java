package makerdeck.command;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import makerdeck.strategy.Parameter;
import makerdeck.strategy.Parameters;

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

    private static final BigDecimal TEN_TIMES = BigDecimal.TEN;

    /** Points of the total. */
    private static final BigDecimal FAR_OFF = BigDecimal.valueOf(40);

    private static final List<Parameter> LIMITS =
            List.of(Parameter.MAX_LOSS, Parameter.MAX_ORDER, Parameter.MAX_POSITION);

    /** Of a change of parameters: taking the fee floor or a limit away raises risk, and so does a slip of the finger. */
    public static Risk of(Parameters now, Parameters next) {
        boolean unfloored = now.feeFloor() && !next.feeFloor();
        boolean raised = now.changesTo(next).stream()
                .filter(change -> LIMITS.contains(change.parameter()))
                .anyMatch(Risk::isLooser);
        return unfloored || raised || isSlip(now, next) ? RAISES : CHANGES;
    }

    /** Orders ten times as large, or a target far away, are a digit too many more often than a plan. */
    private static boolean isSlip(Parameters now, Parameters next) {
        boolean larger = now.quantity().isPresent()
                && next.quantity()
                        .filter(after -> after.compareTo(now.quantity().get().multiply(TEN_TIMES)) >= 0)
                        .isPresent();
        return larger || next.target().subtract(now.target()).abs().compareTo(FAR_OFF) > 0;
    }

    /** Whether a limit went up or away; 0 means none. */
    private static boolean isLooser(Parameters.Change change) {
        var before = new BigDecimal(change.before());
        var after = new BigDecimal(change.after());
        return after.signum() == 0 || (before.signum() > 0 && after.compareTo(before) > 0);
    }

    /** The greater of several; {@link #READS} for none. */
    static Risk greatest(Stream<Risk> risks) {
        return risks.max(Enum::compareTo).orElse(READS);
    }
}
