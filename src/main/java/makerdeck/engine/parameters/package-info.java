/**
 * The parameters in force, where each came from, and the way back. It must never weigh what a value
 * does.
 */
@NullMarked
package makerdeck.engine.parameters;

import org.jspecify.annotations.NullMarked;
