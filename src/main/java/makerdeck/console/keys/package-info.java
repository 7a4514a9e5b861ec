/**
 * The one table of keys: what terminals send, the name people read, when a key holds and what it does. It must never do
 * any of it.
 */
@NullMarked
package makerdeck.console.keys;

import org.jspecify.annotations.NullMarked;
