/**
 * Each call of the exchange: what is asked, and what its answer means. It must never guess the
 * outcome of an order that was not answered.
 */
@NullMarked
package makerdeck.backpack.client.calls;

import org.jspecify.annotations.NullMarked;
