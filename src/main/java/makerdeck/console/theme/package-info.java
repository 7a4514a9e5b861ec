/**
 * Colours by role, read from theme files. It must never decide what is drawn.
 */
@NullMarked
package makerdeck.console.theme;

import org.jspecify.annotations.NullMarked;
