/**
 * Whose request it is: keys, instructions, what is signed and how it is verified. It must never let
 * a secret be printed.
 */
@NullMarked
package makerdeck.backpack.wire.signing;

import org.jspecify.annotations.NullMarked;
