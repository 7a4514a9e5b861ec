package makerdeck.engine;

import java.util.function.Supplier;
import makerdeck.domain.Balance;
import makerdeck.domain.Trade;
import makerdeck.simulator.AccountId;
import makerdeck.simulator.DepthUpdate;
import makerdeck.simulator.ExchangeListener;
import makerdeck.simulator.Execution;
import makerdeck.simulator.OrderView;
import makerdeck.simulator.PublicTrade;
import makerdeck.venue.VenueEvent;

/** What a simulated exchange tells, as the events of its port; failing as the port is told to fail. */
final class ExchangeNews implements ExchangeListener {

    private final ExchangeVenue venue;

    ExchangeNews(ExchangeVenue venue) {
        this.venue = venue;
    }

    @Override
    public void depthChanged(DepthUpdate update) {
        venue.bookChanged();
    }

    @Override
    public void traded(PublicTrade trade) {
        if (!venue.faults.contains(ExchangeVenue.Fault.PUBLIC_SILENT)) {
            venue.tell(new VenueEvent.Traded(
                    venue.now(),
                    new Trade(
                            trade.id(),
                            trade.taker(),
                            trade.price(),
                            trade.quantity(),
                            Shapes.instant(trade.atNanos()))));
        }
    }

    @Override
    public void orderAccepted(AccountId owner, OrderView order) {
        stream(owner, () -> new VenueEvent.OrderChanged(venue.now(), Shapes.order(order), null));
    }

    @Override
    public void orderFilled(AccountId owner, OrderView order, Execution fill) {
        if (!venue.faults.contains(ExchangeVenue.Fault.FILLS_MISSING)) {
            stream(owner, () -> new VenueEvent.Filled(venue.now(), Shapes.fill(fill), order.executed()));
            stream(owner, () -> new VenueEvent.OrderChanged(venue.now(), Shapes.order(order), null));
        }
    }

    @Override
    public void orderCancelled(AccountId owner, OrderView order) {
        stream(owner, () -> new VenueEvent.OrderChanged(venue.now(), Shapes.order(order), null));
    }

    @Override
    public void orderExpired(AccountId owner, OrderView order) {
        stream(
                owner,
                () -> new VenueEvent.OrderChanged(venue.now(), Shapes.order(order), String.valueOf(order.expiry())));
    }

    @Override
    public void balanceChanged(AccountId owner, String asset, Balance balance) {
        stream(owner, () -> new VenueEvent.BalanceMoved(venue.now(), asset, balance));
    }

    private void stream(AccountId owner, Supplier<VenueEvent> frame) {
        if (!owner.equals(venue.account()) || venue.faults.contains(ExchangeVenue.Fault.PRIVATE_SILENT)) {
            return;
        }
        venue.tell(frame.get());
        if (venue.faults.contains(ExchangeVenue.Fault.FRAMES_TWICE)) {
            venue.tell(frame.get());
        }
    }
}
