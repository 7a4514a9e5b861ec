/**
 * The values the exchange is spoken to and answers with. They must never change once they are made.
 */
@NullMarked
package makerdeck.simulator.model;

import org.jspecify.annotations.NullMarked;
