/**
 * What the screen remembers of market and desk, to draw lines of it: bounded, by time. Numbers here are places on a
 * screen, never money. UI thread only.
 */
@NullMarked
package makerdeck.console.history;

import org.jspecify.annotations.NullMarked;
