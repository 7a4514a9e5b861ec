package makerdeck.engine.lifecycle;

import java.time.Instant;
import makerdeck.domain.Side;
import makerdeck.engine.execution.Requoter;
import makerdeck.engine.execution.SideReasons;
import makerdeck.engine.risk.Obstacles;
import makerdeck.engine.risk.SideStates;

/** Counts the time since the last input as it was then. Engine thread only. */
public final class UptimeCount {

    /** Counts the same time for a market-maker programme. */
    public interface Programme {
        void count(Instant now, boolean ofMarket);
    }

    private final QuoteUptime uptime;
    private final SessionState session;
    private final SideStates sideStates;
    private final Requoter requoter;
    private final SideReasons sides;
    private final Programme programme;

    public UptimeCount(
            QuoteUptime uptime,
            SessionState session,
            SideStates sideStates,
            Requoter requoter,
            SideReasons sides,
            Programme programme) {
        this.uptime = uptime;
        this.session = session;
        this.sideStates = sideStates;
        this.requoter = requoter;
        this.sides = sides;
        this.programme = programme;
    }

    /** After every input. {@code obstacles}: of now; {@code ofMarket}: the input was of the market alone. */
    public void count(Instant now, Obstacles obstacles, boolean ofMarket) {
        uptime.pass(now);
        programme.count(now, ofMarket);
        for (var side : Side.values()) {
            var allowed = obstacles.side(side).isEmpty()
                    && !requoter.wanted().side(side).quotes().isEmpty();
            var quoted = sides.isQuoted(side);
            uptime.is(side, quoted || (allowed && !sideStates.of(side).isBlocked(now)), quoted);
            if (quoted) {
                session.quoted(now);
            }
        }
    }
}
