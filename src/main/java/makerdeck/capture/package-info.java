/**
 * Writes down a desk's session with its venue, word for word and without secrets, and reads it again. It must never make
 * anybody wait, nor write what signs a request.
 */
@NullMarked
package makerdeck.capture;

import org.jspecify.annotations.NullMarked;
