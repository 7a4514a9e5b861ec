/**
 * What the venue does wrong on purpose, for as long as its plan says. It must never touch the
 * exchange's books.
 */
@NullMarked
package makerdeck.backpack.server.faults;

import org.jspecify.annotations.NullMarked;
