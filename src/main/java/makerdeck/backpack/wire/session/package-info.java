/**
 * What a client and the venue say to each other, as values and as the lines of a captured session. It must never hold
 * what signs a request.
 */
@NullMarked
package makerdeck.backpack.wire.session;

import org.jspecify.annotations.NullMarked;
