package makerdeck.simulator.matching;

import java.math.BigDecimal;
import java.util.function.Supplier;
import makerdeck.domain.Balance;

/** What an account has of one asset; what it gives is the balance of the moment. */
public final class Holding implements Supplier<Balance> {

    public final String asset;
    private final Amount available = new Amount(BigDecimal.ZERO);
    private final Amount locked = new Amount(BigDecimal.ZERO);
    private final Amount lent = new Amount(BigDecimal.ZERO);
    private boolean known;

    Holding(String asset) {
        this.asset = asset;
    }

    /** Whether the account ever held any of it. */
    boolean isKnown() {
        return known;
    }

    @Override
    public Balance get() {
        return known ? new Balance(available.decimal(), locked.decimal(), lent.decimal()) : Balance.ZERO;
    }

    /** To begin with. */
    void fund(BigDecimal funds) {
        known = true;
        available.set(funds);
    }

    /** Whether so much is free. */
    public boolean covers(Amount cost) {
        return !available.isLessThan(cost);
    }

    /** What free funds are short of a cost. */
    Amount missing(Amount cost) {
        return new Amount().set(cost).minus(available);
    }

    boolean isLentAtLeast(Amount amount) {
        return !lent.isLessThan(amount);
    }

    public void receive(Amount amount) {
        known = true;
        available.plus(amount);
        check(available);
    }

    public void pay(Amount amount) {
        known = true;
        available.minus(amount);
        check(available);
    }

    public void lock(Amount amount) {
        locked.plus(amount);
        pay(amount);
    }

    public void unlock(Amount amount) {
        locked.minus(amount);
        check(locked);
        receive(amount);
    }

    /** What was locked is paid, all of it. */
    public void payLocked(Amount amount) {
        locked.minus(amount);
        check(locked);
    }

    /** Moves free funds to the lending pool, or back when negative. */
    void lend(Amount amount) {
        lent.plus(amount);
        check(lent);
        pay(amount);
    }

    /** What is lent has grown. */
    void earn(Amount amount) {
        known = true;
        lent.plus(amount);
        check(lent);
    }

    /** No part of it may be negative. */
    private void check(Amount part) {
        if (part.signum() < 0) {
            throw new IllegalStateException(asset + " of an account must not be negative, was " + get());
        }
    }
}
