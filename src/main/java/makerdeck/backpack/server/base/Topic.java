package makerdeck.backpack.server.base;

import makerdeck.simulator.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Something a socket can subscribe to.
 *
 * @param owner whose private stream it is; null for a public one
 */
public record Topic(@Nullable AccountId owner, String stream) {

    public static Topic open(String stream) {
        return new Topic(null, stream);
    }
}
