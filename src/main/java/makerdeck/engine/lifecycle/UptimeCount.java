package makerdeck.engine.lifecycle;

import java.time.Instant;
import makerdeck.domain.Side;
import makerdeck.engine.execution.Requoter;
import makerdeck.engine.execution.SideReasons;
import makerdeck.engine.input.TickTask;
import makerdeck.engine.risk.SideStates;

/** Counts the time since the last input as it was then. Engine thread only. */
public final class UptimeCount implements TickTask {

    private final QuoteUptime uptime;
    private final SessionState session;
    private final SideStates sideStates;
    private final QuotePermission permission;
    private final Requoter requoter;
    private final SideReasons sides;

    public UptimeCount(
            QuoteUptime uptime,
            SessionState session,
            SideStates sideStates,
            QuotePermission permission,
            Requoter requoter,
            SideReasons sides) {
        this.uptime = uptime;
        this.session = session;
        this.sideStates = sideStates;
        this.permission = permission;
        this.requoter = requoter;
        this.sides = sides;
    }

    @Override
    public void tick(Instant now) {
        uptime.pass(now);
        for (var side : Side.values()) {
            var allowed = permission.reason(side).isEmpty()
                    && !requoter.wanted().side(side).quotes().isEmpty();
            var quoted = sides.isQuoted(side);
            uptime.is(side, quoted || (allowed && !sideStates.of(side).isBlocked(now)), quoted);
            if (quoted) {
                session.quoted(now);
            }
        }
    }
}
