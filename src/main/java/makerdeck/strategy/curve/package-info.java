/**
 * How often a quote at a distance from the mid is filled, and what such a fill is worth later. It must never decide what
 * is quoted, nor keep more the longer it watches.
 */
@NullMarked
package makerdeck.strategy.curve;

import org.jspecify.annotations.NullMarked;
