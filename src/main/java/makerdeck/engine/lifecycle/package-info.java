/**
 * Whether the desk trades, pauses, reduces or ends, and what a refusal does to it. It must never
 * start again what an operator has stopped.
 */
@NullMarked
package makerdeck.engine.lifecycle;

import org.jspecify.annotations.NullMarked;
