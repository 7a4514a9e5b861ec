/** One class for each kind of sink: a note goes out, and what became of it comes back. It must never repeat by itself. */
@NullMarked
package makerdeck.notify.sink;

import org.jspecify.annotations.NullMarked;
