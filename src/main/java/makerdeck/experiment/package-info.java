/**
 * The commands backtest and sweep: threads, files and progress around the laboratory. It must never decide what a desk
 * does, nor touch an exchange.
 */
@NullMarked
package makerdeck.experiment;

import org.jspecify.annotations.NullMarked;
