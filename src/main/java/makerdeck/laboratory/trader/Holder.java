package makerdeck.laboratory.trader;

import java.time.Instant;
import makerdeck.venue.VenueEvent;

/** Does nothing, whatever happens. */
public final class Holder implements Trader {

    @Override
    public void start() {}

    @Override
    public void on(VenueEvent event) {}

    @Override
    public void tick(Instant now) {}

    @Override
    public void leave(Instant now) {}

    @Override
    public boolean hasLeft() {
        return true;
    }
}
