package makerdeck.engine;

import java.time.Instant;

/** Halts the desk when a hard limit says so. Engine thread only. */
final class LimitWatch implements TickTask {

    private final RiskGate risk;
    private final Session session;
    private final Halting halting;

    LimitWatch(RiskGate risk, Session session, Halting halting) {
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
