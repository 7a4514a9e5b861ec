/**
 * What goes to the venue: quotes, rebalances, cancels, and the check that it is so. It must never
 * send an order that risk has not let pass.
 */
@NullMarked
package makerdeck.engine.execution;

import org.jspecify.annotations.NullMarked;
