/**
 * Looks at everything a desk depends on and says what is well, what is not, and what to do. It must never change
 * anything unless it is asked to place its one order, or write down a secret.
 */
@NullMarked
package makerdeck.doctor;

import org.jspecify.annotations.NullMarked;
