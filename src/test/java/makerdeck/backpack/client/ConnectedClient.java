package makerdeck.backpack.client;

import java.io.IOException;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client that has come up on both streams of a venue that answers as a test says; a fresh one for each test. */
public abstract class ConnectedClient {

    public final Heard heard = new Heard();
    public MockVenue mock;
    public BackpackVenue venue;

    @BeforeEach
    void open() throws IOException {
        mock = new MockVenue();
        venue = mock.connected(heard);
    }

    @AfterEach
    void close() {
        venue.close();
        mock.close();
    }

    /** What was asked and told while it came up says nothing about what comes. */
    public void forgetTheOpening() {
        heard.first(VenueEvent.BalancesRead.class);
        heard.forget();
        mock.forget();
    }
}
