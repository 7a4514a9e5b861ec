/**
 * Fills, fees, costs and earnings, each booked once and written down. It must never book what the venue
 * has neither told nor let be proved, or book it twice.
 */
@NullMarked
package makerdeck.engine.books;

import org.jspecify.annotations.NullMarked;
