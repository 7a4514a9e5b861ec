/**
 * What comes in: events, commands and ticks, in one queue at which nobody waits to leave something. It must never
 * decide anything.
 */
@NullMarked
package makerdeck.engine.input;

import org.jspecify.annotations.NullMarked;
