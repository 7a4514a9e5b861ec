/**
 * What a call and a stream are to the venue, and the one thread all of them meet on. It must never
 * answer anybody.
 */
@NullMarked
package makerdeck.backpack.server.base;

import org.jspecify.annotations.NullMarked;
