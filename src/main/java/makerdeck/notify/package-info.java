/**
 * Alerts that reach a person who is not looking: what happened on the desk as notes, kept, delivered and repeated to the
 * sinks of the operator's file. It must never make the engine wait, say a secret, or raise a risk.
 */
@NullMarked
package makerdeck.notify;

import org.jspecify.annotations.NullMarked;
