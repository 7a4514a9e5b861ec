/**
 * Books, matching by price and time, accounts and what is checked before an order. It must never
 * tell anybody what happened: that is the floor's.
 */
@NullMarked
package makerdeck.simulator.matching;

import org.jspecify.annotations.NullMarked;
