/**
 * The Backpack protocol as values: messages, the string that is signed, and the signature. It must
 * never open a socket, read a clock or decide what a message means for the desk.
 */
@NullMarked
package makerdeck.backpack.wire;

import org.jspecify.annotations.NullMarked;
