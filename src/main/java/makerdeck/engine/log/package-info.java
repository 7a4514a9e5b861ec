/**
 * What happened, told once to everybody who listens, and the alerts that stay. It must never wait
 * for a listener.
 */
@NullMarked
package makerdeck.engine.log;

import org.jspecify.annotations.NullMarked;
