package makerdeck.engine.lifecycle;

import java.time.Instant;
import makerdeck.engine.input.TickTask;
import makerdeck.engine.risk.PreTradeLimits;

/** Halts the desk when a hard limit says so. Engine thread only. */
public final class LimitWatch implements TickTask {

    private final PreTradeLimits risk;
    private final SessionState session;
    private final HaltSwitch halting;

    public LimitWatch(PreTradeLimits risk, SessionState session, HaltSwitch halting) {
        this.risk = risk;
        this.session = session;
        this.halting = halting;
    }

    @Override
    public void tick(Instant now) {
        if (!session.isHalted()) {
            risk.halts(now).ifPresent(why -> halting.halt(why, true));
        }
    }
}
