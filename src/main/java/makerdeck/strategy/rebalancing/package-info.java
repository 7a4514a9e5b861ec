/**
 * When the account is too far from its target, and which order brings it back. It must never send
 * or price a resting quote.
 */
@NullMarked
package makerdeck.strategy.rebalancing;

import org.jspecify.annotations.NullMarked;
