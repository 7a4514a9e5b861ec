package makerdeck.strategy.rebalancing;

import java.time.Duration;
import java.time.Instant;

/**
 * Says when an automatic rebalance may start: three checks in a row, and not within five minutes of
 * the last one. Engine thread only.
 */
public final class RebalanceWatch {

    private static final int CHECKS = 3;
    private static final Duration COOL_DOWN = Duration.ofMinutes(5);

    private int inARow;
    private Instant free = Instant.MIN;

    /**
     * Takes one more check of fresh and complete balances; true when a rebalance may start now.
     *
     * @param triggered what {@link Rebalancer#isTriggered} said of them
     */
    public boolean check(Instant now, boolean triggered) {
        inARow = triggered ? inARow + 1 : 0;
        return inARow >= CHECKS && !now.isBefore(free);
    }

    /** Checks that still have to say so before one may start. */
    public int checksLeft() {
        return Math.max(0, CHECKS - inARow);
    }

    /** None starts before. */
    public Instant free() {
        return free;
    }

    /** A rebalance has ended, whatever came of it. */
    public void ended(Instant now) {
        inARow = 0;
        free = now.plus(COOL_DOWN);
    }
}
