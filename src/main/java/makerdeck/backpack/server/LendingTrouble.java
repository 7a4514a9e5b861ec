package makerdeck.backpack.server;

import java.time.Duration;
import makerdeck.simulator.AccountId;
import makerdeck.simulator.Fault;
import makerdeck.simulator.LendingPool;

/** What the lending pool does on purpose to the venue's first account. Venue thread only. */
final class LendingTrouble {

    private static final long INTEREST_EVERY = Duration.ofSeconds(3).toNanos();

    private final LendingPool pool;
    private final AccountId account;
    private final Trouble trouble;
    private boolean switchedOn;
    private long interestDue;

    LendingTrouble(LendingPool pool, AccountId account, Trouble trouble) {
        this.pool = pool;
        this.account = account;
        this.trouble = trouble;
    }

    void tick(long nowNanos) {
        pool.throttle(trouble.isOn(Fault.LEND_THROTTLE));
        var wanted = trouble.isOn(Fault.AUTO_LEND);
        if (wanted != switchedOn) {
            switchedOn = wanted;
            pool.lend(account, wanted);
        }
        if (trouble.isOn(Fault.LEND_INTEREST) && nowNanos >= interestDue) {
            interestDue = nowNanos + INTEREST_EVERY;
            pool.payInterest();
        }
    }
}
