/**
 * The log file: opened once, harmless to read, and in English, whatever the operator reads. It must never be what an
 * operator has to look at to know what is wrong.
 */
@NullMarked
package makerdeck.logging;

import org.jspecify.annotations.NullMarked;
