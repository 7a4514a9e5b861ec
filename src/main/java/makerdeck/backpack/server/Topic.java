package makerdeck.backpack.server;

import makerdeck.simulator.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Something a socket can subscribe to.
 *
 * @param owner whose private stream it is; null for a public one
 */
record Topic(@Nullable AccountId owner, String stream) {

    static Topic open(String stream) {
        return new Topic(null, stream);
    }
}
