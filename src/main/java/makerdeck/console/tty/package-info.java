/**
 * The terminal itself: its bytes in, its cells out, its modes. It must never know what is on the screen.
 */
@NullMarked
package makerdeck.console.tty;

import org.jspecify.annotations.NullMarked;
