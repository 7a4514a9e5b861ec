/**
 * The simulated venue as a part of this program: starts it, obeys its commands, tells what goes
 * wrong on purpose. It must never be reached by a desk in another way than over its sockets.
 */
@NullMarked
package makerdeck.embedded;

import org.jspecify.annotations.NullMarked;
