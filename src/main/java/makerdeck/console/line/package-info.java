/**
 * The command line: editing, history and completion. It must never carry a command out.
 */
@NullMarked
package makerdeck.console.line;

import org.jspecify.annotations.NullMarked;
