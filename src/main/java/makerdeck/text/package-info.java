/**
 * Text that people, editors and other systems made: what a line of it is, what it says, that it does no harm, how wide
 * it is. It must never know what the text is for.
 */
@NullMarked
package makerdeck.text;

import org.jspecify.annotations.NullMarked;
