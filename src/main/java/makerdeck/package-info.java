/**
 * Composition: puts the rooms together and owns threads, clock and exit. It must never decide
 * anything about the market.
 */
@NullMarked
package makerdeck;

import org.jspecify.annotations.NullMarked;
