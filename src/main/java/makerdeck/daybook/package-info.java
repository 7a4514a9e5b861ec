/**
 * What the days of each desk came to, from the journal, as a report. It must never change the journal, and says of what
 * nobody has written down that it is not known.
 */
@NullMarked
package makerdeck.daybook;

import org.jspecify.annotations.NullMarked;
