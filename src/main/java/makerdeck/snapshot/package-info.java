/**
 * What the screen shows, as records and enums. It must never hold anything that changes.
 */
@NullMarked
package makerdeck.snapshot;

import org.jspecify.annotations.NullMarked;
