package makerdeck.engine;

import java.time.Clock;
import java.util.function.Consumer;
import makerdeck.snapshot.Happening;
import makerdeck.venue.Venue;

/**
 * What a desk is connected to.
 *
 * @param listener told of everything that happens, in order, on the engine thread; must not block
 */
public record Links(Venue venue, Rehearsal rehearsal, Clock clock, Consumer<Happening> listener, Memory memory) {}
