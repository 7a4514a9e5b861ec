/**
 * The port to an exchange: requests go down, events come up. It must never know which exchange.
 */
@NullMarked
package makerdeck.venue;

import org.jspecify.annotations.NullMarked;
