/**
 * What waits to be delivered, in a file that outlives the desk. It must never hold more than it was allowed, or the word
 * of a sink's settings.
 */
@NullMarked
package makerdeck.notify.queue;

import org.jspecify.annotations.NullMarked;
