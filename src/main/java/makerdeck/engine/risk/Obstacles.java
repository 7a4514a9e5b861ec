package makerdeck.engine.risk;

import java.util.Optional;
import makerdeck.domain.Side;
import makerdeck.message.Message;

/** What speaks against quoting each side at one moment, empty where nothing does. Immutable. */
public record Obstacles(Optional<Message> bids, Optional<Message> asks) {

    public Optional<Message> side(Side side) {
        return side == Side.BID ? bids : asks;
    }

    /** Whether nothing may be quoted at all. */
    public boolean isOnBoth() {
        return bids.isPresent() && asks.isPresent();
    }
}
