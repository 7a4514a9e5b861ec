/**
 * Books that leave the house: what the journal knows of an account, as rows for accountants and their programs. It must
 * never change the journal, round what was booked, nor value what nobody has valued.
 */
@NullMarked
package makerdeck.accounting;

import org.jspecify.annotations.NullMarked;
