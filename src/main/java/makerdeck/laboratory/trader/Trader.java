package makerdeck.laboratory.trader;

import java.time.Instant;
import makerdeck.venue.VenueEvent;

/** Who trades on the account of a run, turned by it. One thread. */
public interface Trader {

    /** The run begins; what it asks the venue is answered by events. */
    void start();

    /** Something was heard. */
    void on(VenueEvent event);

    /** Ten times a second. */
    void tick(Instant now);

    /** The run is over: cancel everything. */
    void leave(Instant now);

    /** Whether it has left. */
    boolean hasLeft();
}
