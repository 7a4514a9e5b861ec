/**
 * The port to a simulated exchange that stands in the same thread: its time, its account, its news. It must never
 * decide what to trade.
 */
@NullMarked
package makerdeck.laboratory.virtual;

import org.jspecify.annotations.NullMarked;
