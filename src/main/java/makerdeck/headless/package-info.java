/**
 * The desk without a screen: JSON lines out, command lines in, for pipes and scripts. It must never
 * make the engine wait for its reader.
 */
@NullMarked
package makerdeck.headless;

import org.jspecify.annotations.NullMarked;
