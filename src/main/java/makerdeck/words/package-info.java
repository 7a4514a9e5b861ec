/**
 * What people read, in the operator's language: one pair of resource bundles a room. It never decides, and what machines
 * read (verbs, keys, the log file, the wire) is not in it.
 */
@NullMarked
package makerdeck.words;

import org.jspecify.annotations.NullMarked;
