/**
 * A report as a value, and its two faces: text for a terminal and one HTML page for a browser. It must never calculate a
 * figure, so that both say the same, and the page must never ask a network for anything.
 */
@NullMarked
package makerdeck.laboratory.report;

import org.jspecify.annotations.NullMarked;
