package makerdeck.simulator.model;

import java.util.List;
import makerdeck.domain.Level;

/**
 * The levels that one event changed, with their new absolute quantities; zero deletes. The first id
 * is the previous update's last id plus one. Both sides ascend in price. Immutable.
 *
 * @param atNanos virtual nanoseconds since 1970
 */
public record DepthUpdate(long firstId, long lastId, List<Level> bids, List<Level> asks, long atNanos) {}
