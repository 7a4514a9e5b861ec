package makerdeck.engine;

import java.time.Instant;
import makerdeck.venue.Stream;

/** A still market counts as a market that does not move, as long as the connection lives. Engine thread only. */
final class StillMarket implements TickTask {

    private final Facts facts;
    private final Pulse pulse;
    private final WarmUp warmUp;

    StillMarket(Facts facts, Pulse pulse, WarmUp warmUp) {
        this.facts = facts;
        this.pulse = pulse;
        this.warmUp = warmUp;
    }

    @Override
    public void tick(Instant now) {
        var live = facts.mid().isPresent() && facts.bookLost().isEmpty() && facts.isUp(Stream.PUBLIC);
        warmUp.tick(now, live);
        if (live) {
            pulse.still(now);
        }
    }
}
