/** Several traders on the same markets, and the files that say how they did. It must never write a file itself. */
@NullMarked
package makerdeck.laboratory.backtest;

import org.jspecify.annotations.NullMarked;
