/**
 * All that an operator can ask, in one table. It must never act on it.
 */
@NullMarked
package makerdeck.command;

import org.jspecify.annotations.NullMarked;
