/**
 * The REST calls of the venue, each as the protocol has it. It must never decide what trades.
 */
@NullMarked
package makerdeck.backpack.server.calls;

import org.jspecify.annotations.NullMarked;
