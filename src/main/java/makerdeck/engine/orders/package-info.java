/**
 * Our own orders and those of others as far as they are known. An order's state must never be
 * written by anybody else.
 */
@NullMarked
package makerdeck.engine.orders;

import org.jspecify.annotations.NullMarked;
