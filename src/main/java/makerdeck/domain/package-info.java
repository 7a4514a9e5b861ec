/**
 * Values of the trade: prices, sizes, orders, books, balances. They must never do I/O, start a
 * thread or read a clock.
 */
@NullMarked
package makerdeck.domain;

import org.jspecify.annotations.NullMarked;
