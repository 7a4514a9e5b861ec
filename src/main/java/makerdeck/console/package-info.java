/**
 * The full screen and its command line. It must never see the engine, nor make anybody wait for the terminal.
 */
@NullMarked
package makerdeck.console;

import org.jspecify.annotations.NullMarked;
