package makerdeck.embedded;

import makerdeck.backpack.server.BackpackServer;

/**
 * The embedded venue while it serves.
 *
 * @param feed ends what makes its market, if that is not the venue itself
 */
public record OpenVenue(BackpackServer server, Runnable feed) implements AutoCloseable {

    /** Blocks for at most a few seconds. */
    @Override
    public void close() {
        feed.run();
        server.close();
    }
}
