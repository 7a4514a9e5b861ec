/**
 * What is known of market, account and connection, each with its age. It must never say more than
 * the venue has told.
 */
@NullMarked
package makerdeck.engine.market;

import org.jspecify.annotations.NullMarked;
