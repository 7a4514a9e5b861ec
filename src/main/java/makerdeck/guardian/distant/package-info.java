/**
 * A guardian on another machine: the line between it and its desks. It must never listen without either the shared key or
 * a socket file that is its owner's alone.
 */
@NullMarked
package makerdeck.guardian.distant;

import org.jspecify.annotations.NullMarked;
