/**
 * Writes down what a market's public streams say, in files that can be played again. It must never make anybody wait,
 * nor write what it did not hear.
 */
@NullMarked
package makerdeck.recorder;

import org.jspecify.annotations.NullMarked;
