/** Who trades on the account of a run: the desk, and those it is compared with. It must never look ahead. */
@NullMarked
package makerdeck.laboratory.trader;

import org.jspecify.annotations.NullMarked;
