/**
 * Whether an order, a side or the desk may trade now, and why not. It must never send an order or
 * change one.
 */
@NullMarked
package makerdeck.engine.risk;

import org.jspecify.annotations.NullMarked;
