/** What a run is asked for and what came of it, as values. It must never run anything. */
@NullMarked
package makerdeck.laboratory.model;

import org.jspecify.annotations.NullMarked;
