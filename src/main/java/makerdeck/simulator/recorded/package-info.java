/**
 * A market as it was recorded, played back with our own orders in it. It must never invent a trade
 * that the recording does not have.
 */
@NullMarked
package makerdeck.simulator.recorded;

import org.jspecify.annotations.NullMarked;
