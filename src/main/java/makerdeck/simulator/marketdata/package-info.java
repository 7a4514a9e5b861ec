/**
 * Trades as they are summed up: tape, candles, the day. It must never move a price.
 */
@NullMarked
package makerdeck.simulator.marketdata;

import org.jspecify.annotations.NullMarked;
