/** Text that people, editors and other systems made: what a line of it is, and what it says. */
@NullMarked
package makerdeck.text;

import org.jspecify.annotations.NullMarked;
