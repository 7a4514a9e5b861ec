/**
 * What happened, told to the listener, the screen and the log file, and the alerts that stay. It must never wait
 * for a listener.
 */
@NullMarked
package makerdeck.engine.log;

import org.jspecify.annotations.NullMarked;
