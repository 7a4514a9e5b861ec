/**
 * Text that people, editors and other systems made: what a line of it is, and what it says. It must
 * never open a file or know what the text is for.
 */
@NullMarked
package makerdeck.text;

import org.jspecify.annotations.NullMarked;
