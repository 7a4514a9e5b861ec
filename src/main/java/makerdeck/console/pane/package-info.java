/**
 * Draws a snapshot into cells. It must never show what a picture painted from nothing would not: what stands
 * from one frame to the next is kept by {@code Pictures} alone.
 */
@NullMarked
package makerdeck.console.pane;

import org.jspecify.annotations.NullMarked;
