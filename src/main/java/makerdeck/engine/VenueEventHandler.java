package makerdeck.engine;

import java.util.List;
import makerdeck.venue.VenueEvent;

/**
 * Hands every event of the venue to the part it concerns. Decides nothing about quotes.
 *
 * <p>Engine thread only.
 */
final class VenueEventHandler implements VenueEvent.Listener {

    private final ConnectionEvents connection;
    private final MarketEvents market;
    private final OrderEvents orders;
    private final RequestAnswers answers;
    private final EvidenceEvents evidence;
    private final FillEvents fills;
    private final BalanceEvents balances;

    VenueEventHandler(
            ConnectionEvents connection,
            MarketEvents market,
            OrderEvents orders,
            RequestAnswers answers,
            EvidenceEvents evidence,
            FillEvents fills,
            BalanceEvents balances) {
        this.connection = connection;
        this.market = market;
        this.orders = orders;
        this.answers = answers;
        this.evidence = evidence;
        this.fills = fills;
        this.balances = balances;
    }

    /** Whether an event of this kind may have changed what we want to quote; the rest waits for the next tick. */
    boolean concernsQuotes(VenueEvent event) {
        if (event instanceof VenueEvent.BookMoved) {
            return market.isTouchMoved();
        }
        return !(event instanceof VenueEvent.Traded
                || event instanceof VenueEvent.HealthChanged
                || event instanceof VenueEvent.BalanceMoved);
    }

    @Override
    public void on(VenueEvent.MarketRead event) {
        connection.on(event);
    }

    @Override
    public void on(VenueEvent.StreamUp event) {
        connection.on(event);
    }

    @Override
    public void on(VenueEvent.StreamDown event) {
        connection.on(event);
    }

    @Override
    public void on(VenueEvent.CandlesRead event) {
        connection.on(event);
    }

    @Override
    public void on(VenueEvent.HealthChanged event) {
        connection.on(event);
    }

    @Override
    public void on(VenueEvent.BookMoved event) {
        market.on(event);
    }

    @Override
    public void on(VenueEvent.BookLost event) {
        market.on(event);
    }

    @Override
    public void on(VenueEvent.Traded event) {
        market.on(event);
    }

    @Override
    public void on(VenueEvent.OrderChanged event) {
        orders.on(event);
    }

    @Override
    public void on(VenueEvent.OpenOrdersRead event) {
        orders.on(event);
    }

    @Override
    public void on(VenueEvent.PlaceAnswered event) {
        answers.on(event, this);
    }

    @Override
    public void on(VenueEvent.PlaceRefused event) {
        answers.refused(List.of(event));
    }

    @Override
    public void on(VenueEvent.PlaceUnknown event) {
        answers.on(event);
    }

    @Override
    public void on(VenueEvent.CancelRefused event) {
        answers.on(event);
    }

    @Override
    public void on(VenueEvent.CancelUnknown event) {
        answers.on(event);
    }

    @Override
    public void on(VenueEvent.ReadFailed event) {
        answers.on(event);
    }

    @Override
    public void on(VenueEvent.Unusable event) {
        answers.on(event);
    }

    @Override
    public void on(VenueEvent.OrderRead event) {
        evidence.on(event);
    }

    @Override
    public void on(VenueEvent.HistoryRead event) {
        evidence.on(event);
    }

    @Override
    public void on(VenueEvent.Filled event) {
        fills.on(event);
    }

    @Override
    public void on(VenueEvent.FillsRead event) {
        fills.on(event);
    }

    @Override
    public void on(VenueEvent.BalancesRead event) {
        balances.on(event);
    }

    @Override
    public void on(VenueEvent.BalanceMoved event) {
        balances.on(event);
    }

    @Override
    public void on(VenueEvent.InterestRead event) {
        balances.on(event);
    }

    @Override
    public void on(VenueEvent.PriceRead event) {
        balances.on(event);
    }

    @Override
    public void on(VenueEvent.LendingRead event) {
        balances.on(event);
    }

    @Override
    public void on(VenueEvent.OrdersLookedUp event) {
        fills.on(event);
    }
}
