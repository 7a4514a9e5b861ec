package makerdeck.strategy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/** Which way a parameter raises what the desk may do, hold or lose. Pure. */
public enum Hazard {
    /** Neither way. */
    NONE {
        @Override
        boolean rises(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
            return false;
        }
    },
    /** On: the desk then trades by itself. */
    ARMING {
        @Override
        boolean rises(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
            return now.text(parameter).equals("off") && next.text(parameter).equals("on");
        }
    },
    /** Off: a protection is gone. */
    BARING {
        @Override
        boolean rises(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
            return now.text(parameter).equals("on") && next.text(parameter).equals("off");
        }
    },
    /** A fee below the one before; beside {@code auto}, which may stand for any, every one counts as lower. */
    CHEAPER {
        @Override
        boolean rises(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
            var before = now.numberUnlessAuto(parameter);
            var after = next.numberUnlessAuto(parameter);
            return after.isPresent() && (before.isEmpty() || after.get().compareTo(before.get()) < 0);
        }
    },
    /** From never: what is lent may then pay for orders. */
    REDEEMING {
        @Override
        boolean rises(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
            return !now.redeems() && next.redeems();
        }
    },
    /** A limit: up, away, or so wide that it never holds. */
    LOOSER {
        @Override
        boolean rises(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
            var before = now.limit(parameter);
            var after = next.limit(parameter);
            return isLooser(before, after) || (parameter == Parameter.BAND_HARD && isOpened(now, next));
        }
    },
    /** What rests on one side at once is doubled, or more. */
    LARGER {
        @Override
        boolean rises(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
            if (wealth == null && now.quantity().isEmpty() != next.quantity().isEmpty()) {
                return true;
            }
            return Stream.of(Side.values())
                    .anyMatch(side -> isDoubled(Sizes.atOnce(now, side, wealth), Sizes.atOnce(next, side, wealth)));
        }
    },
    /** Either way, as soon as it has the desk trade: by itself, to the target. */
    FIRING {
        @Override
        boolean rises(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
            return firesBy(parameter, now, next, wealth);
        }
    },
    /** As {@link #FIRING}; and very far off is a digit too many more often than a plan. */
    FIRING_OR_FAR {
        @Override
        boolean rises(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
            var moved = next.target().subtract(now.target()).abs();
            return moved.compareTo(FAR) > 0 || firesBy(parameter, now, next, wealth);
        }
    },
    /** Narrower, with nothing that holds the fees' floor. */
    NARROWER {
        @Override
        boolean rises(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
            return !next.feeFloor() && next.spread().compareTo(now.spread()) < 0;
        }
    },
    /** Later or never over: a desk that has finished quotes again. */
    LONGER {
        @Override
        boolean rises(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth) {
            return isLooser(now.limit(parameter), next.limit(parameter));
        }
    };

    /** Points of the total. */
    private static final BigDecimal FAR = BigDecimal.valueOf(40);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    abstract boolean rises(Parameter parameter, Parameters now, Parameters next, @Nullable Wealth wealth);

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
