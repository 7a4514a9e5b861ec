/**
 * Many desks compared on the same markets: which parameters, on which seeds, what came of each, and which is best. It
 * must never judge a winner on seeds that helped to find it, nor take a file for a result that is not whole.
 */
@NullMarked
package makerdeck.laboratory.sweep;

import org.jspecify.annotations.NullMarked;
