/**
 * Trades summed up: the tape, candles, the day. It must never move a price.
 */
@NullMarked
package makerdeck.simulator.marketdata;

import org.jspecify.annotations.NullMarked;
