package makerdeck.engine.market;

import java.time.Instant;
import java.util.Optional;
import makerdeck.domain.Balances;
import org.jspecify.annotations.Nullable;

/** What the venue said last that the account holds, and whether it lends. Engine thread only. */
public final class AccountReading {

    private @Nullable Balances balances;
    private @Nullable Instant balancesAt;
    private boolean lends;

    public void balances(Balances read, Instant at) {
        balances = read;
        balancesAt = at;
    }

    /** One asset's part is newer; the reading as a whole is as old as it was. */
    public void balancesMoved(Balances moved) {
        balances = moved;
    }

    public Optional<Balances> balances() {
        return Optional.ofNullable(balances);
    }

    public @Nullable Instant balancesAt() {
        return balancesAt;
    }

    /** Whether the account lends its idle funds by itself. */
    public void lends(boolean on) {
        lends = on;
    }

    public boolean lends() {
        return lends;
    }

    /** Whether funds of the account are lent, or will be as soon as they are idle. */
    public boolean isLent() {
        return lends
                || (balances != null
                        && (balances.base().lent().signum() > 0
                                || balances.quote().lent().signum() > 0));
    }
}
