/**
 * Durable memory: what happened on the desk, in a SQLite file that survives it. It must never make the
 * engine wait and never lose an entry silently.
 */
@NullMarked
package makerdeck.journal;

import org.jspecify.annotations.NullMarked;
