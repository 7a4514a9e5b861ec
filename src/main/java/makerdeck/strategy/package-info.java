/**
 * Pure decisions: what to quote, what to keep, when to rebalance. It must never do I/O, start a
 * thread, read a clock or send anything.
 */
@NullMarked
package makerdeck.strategy;

import org.jspecify.annotations.NullMarked;
