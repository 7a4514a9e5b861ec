/**
 * The single writer: takes one input at a time, decides, asks the venue, publishes a snapshot. It
 * must never block, start a thread, read a clock of its own or touch a screen or a socket.
 */
@NullMarked
package makerdeck.engine;

import org.jspecify.annotations.NullMarked;
