/**
 * Keeps a guardian's process alive and tells it that the desk is. It must never cancel an order
 * itself or let the guardian's end stop the desk.
 */
@NullMarked
package makerdeck.guardian.supervisor;

import org.jspecify.annotations.NullMarked;
