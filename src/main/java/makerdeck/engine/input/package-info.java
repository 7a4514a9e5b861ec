/**
 * What comes in: events, commands, ticks, in one queue that never blocks the engine. It must never
 * decide anything.
 */
@NullMarked
package makerdeck.engine.input;

import org.jspecify.annotations.NullMarked;
