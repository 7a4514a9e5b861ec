package makerdeck.engine.lifecycle;

import java.time.Instant;
import makerdeck.engine.input.TickTask;
import makerdeck.engine.risk.PreTradeLimits;

/** Halts the desk when a hard limit says so. Engine thread only. */
public final class LimitWatch implements TickTask {

    private final PreTradeLimits limits;
    private final SessionState session;
    private final HaltSwitch haltSwitch;

    public LimitWatch(PreTradeLimits limits, SessionState session, HaltSwitch haltSwitch) {
        this.limits = limits;
        this.session = session;
        this.haltSwitch = haltSwitch;
    }

    @Override
    public void tick(Instant now) {
        if (!session.isHalted()) {
            limits.loss().ifPresent(why -> haltSwitch.halt(HaltSwitch.Cause.LOSS, why));
            limits.absurdity(now).ifPresent(why -> haltSwitch.halt(HaltSwitch.Cause.PRICE, why));
        }
    }
}
