/**
 * What panes are drawn with: areas, strips of text, signs, bars, numbers. It must never know a pane
 * or a desk.
 */
@NullMarked
package makerdeck.console.pane.widget;

import org.jspecify.annotations.NullMarked;
