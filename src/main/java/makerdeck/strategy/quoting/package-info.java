/**
 * What should rest on the book, layer by layer, and what of it may stay. It must never know what an
 * order costs to send or whether the venue is there.
 */
@NullMarked
package makerdeck.strategy.quoting;

import org.jspecify.annotations.NullMarked;
