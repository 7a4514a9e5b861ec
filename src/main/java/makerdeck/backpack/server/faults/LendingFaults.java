package makerdeck.backpack.server.faults;

import java.time.Duration;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.matching.LendingPool;
import makerdeck.simulator.model.AccountId;

/** What the lending pool does on purpose to the venue's first account. Venue thread only. */
public final class LendingFaults {

    private static final long INTEREST_EVERY = Duration.ofSeconds(3).toNanos();

    private final LendingPool pool;
    private final AccountId account;
    private final FaultInjector faults;
    private boolean switchedOn;
    private long interestDue;

    public LendingFaults(LendingPool pool, AccountId account, FaultInjector faults) {
        this.pool = pool;
        this.account = account;
        this.faults = faults;
    }

    public void tick(long nowNanos) {
        pool.throttle(faults.isOn(Fault.LEND_THROTTLE));
        var wanted = faults.isOn(Fault.AUTO_LEND);
        if (wanted != switchedOn) {
            switchedOn = wanted;
            pool.lend(account, wanted);
        }
        if (faults.isOn(Fault.LEND_INTEREST) && nowNanos >= interestDue) {
            interestDue = nowNanos + INTEREST_EVERY;
            pool.payInterest();
        }
    }
}
