/**
 * What the market and our fills say: volatility, regime, one-sided fills. It must never decide what
 * is quoted.
 */
@NullMarked
package makerdeck.strategy.signals;

import org.jspecify.annotations.NullMarked;
