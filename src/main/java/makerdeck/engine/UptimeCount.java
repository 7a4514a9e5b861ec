package makerdeck.engine;

import java.time.Instant;
import makerdeck.domain.Side;

/** Counts the time since the last input as it was then. Engine thread only. */
final class UptimeCount implements TickTask {

    private final Uptime uptime;
    private final Session session;
    private final SideGuards guards;
    private final QuotePermission permission;
    private final QuotingDesk quoting;
    private final SideReasons sides;

    UptimeCount(
            Uptime uptime,
            Session session,
            SideGuards guards,
            QuotePermission permission,
            QuotingDesk quoting,
            SideReasons sides) {
        this.uptime = uptime;
        this.session = session;
        this.guards = guards;
        this.permission = permission;
        this.quoting = quoting;
        this.sides = sides;
    }

    @Override
    public void tick(Instant now) {
        uptime.pass(now);
        for (var side : Side.values()) {
            var allowed = permission.reason(side).isEmpty()
                    && !quoting.wanted().side(side).quotes().isEmpty();
            var quoted = sides.isQuoted(side);
            uptime.is(side, quoted || (allowed && !guards.of(side).isBlocked(now)), quoted);
            if (quoted) {
                session.quoted(now);
            }
        }
    }
}
