/** One run from its settings to its result. It must never depend on anything but its settings. */
@NullMarked
package makerdeck.laboratory.run;

import org.jspecify.annotations.NullMarked;
