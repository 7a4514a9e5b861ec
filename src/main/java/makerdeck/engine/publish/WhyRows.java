package makerdeck.engine.publish;

import java.time.Duration;
import java.time.Instant;
import makerdeck.domain.Side;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Why;
import org.jspecify.annotations.Nullable;

/**
 * Why the desk does what it does, as the screen shows it. All gates are asked again once a second, and at once when the
 * desk is in another state: to ask them takes longer than all else in a frame.
 *
 * <p>Engine thread only.
 */
public final class WhyRows {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StateRow state;
    private final GateReport gates;
    private final RebalanceWhy rebalance;
    private final HaltWhy halted;
    private Why latest = Why.NONE;
    private Instant askedAt = Instant.MIN;
    private @Nullable DeskState askedIn;

    public WhyRows(StateRow state, GateReport gates, RebalanceWhy rebalance, HaltWhy halted) {
        this.state = state;
        this.gates = gates;
        this.rebalance = rebalance;
        this.halted = halted;
    }

    /** At most a second old. */
    Why recent(Instant now) {
        if (state.state() != askedIn || Duration.between(askedAt, now).compareTo(PAUSE) >= 0) {
            latest = at(now);
            askedAt = now;
            askedIn = state.state();
        }
        return latest;
    }

    /** As it is at this moment. */
    public Why at(Instant now) {
        var asked = gates.at(now);
        return new Why(
                asked.desk(),
                asked.side(Side.BID),
                asked.side(Side.ASK),
                asked.gates(),
                rebalance.rows(now),
                halted.rows(now, asked));
    }
}
