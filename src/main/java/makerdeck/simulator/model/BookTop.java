package makerdeck.simulator.model;

import makerdeck.domain.Level;
import org.jspecify.annotations.Nullable;

/**
 * Best bid and best ask; null where a side is empty. Immutable.
 *
 * @param updateId id of the depth update that led here
 * @param atNanos virtual nanoseconds since 1970
 */
public record BookTop(
        long updateId, @Nullable Level bid, @Nullable Level ask, long atNanos) {}
