/**
 * The socket file of a running desk: screens on other terminals, and commands of other programs. It must never make the
 * desk wait for anybody at its other end, and never carry out what the desk's own screen would ask about first.
 */
@NullMarked
package makerdeck.attach;

import org.jspecify.annotations.NullMarked;
