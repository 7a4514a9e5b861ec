/**
 * What a command does, and the answer to it. It must never go round the checks that the desk itself
 * obeys.
 */
@NullMarked
package makerdeck.engine.operator;

import org.jspecify.annotations.NullMarked;
