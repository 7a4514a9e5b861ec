/**
 * Runs the desk, and others beside it, on a simulated exchange in virtual time, and tells what came of it. It must
 * never open a socket or read a clock.
 */
@NullMarked
package makerdeck.laboratory;

import org.jspecify.annotations.NullMarked;
