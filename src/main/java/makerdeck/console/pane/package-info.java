/**
 * Draws a snapshot into cells. It must never keep anything between two frames.
 */
@NullMarked
package makerdeck.console.pane;

import org.jspecify.annotations.NullMarked;
