/**
 * The dead-man's process: cancels a desk's orders when the desk dies or falls silent. It must never place an order, nor
 * touch one that its desk did not place.
 */
@NullMarked
package makerdeck.guardian;

import org.jspecify.annotations.NullMarked;
