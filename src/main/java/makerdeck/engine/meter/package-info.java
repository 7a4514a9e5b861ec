/**
 * What a market-maker programme of the exchange counts: what rests near the mid, on both sides, and for how long. It must
 * never count what may not rest, nor decide anything.
 */
@NullMarked
package makerdeck.engine.meter;

import org.jspecify.annotations.NullMarked;
