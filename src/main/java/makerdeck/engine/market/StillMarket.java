package makerdeck.engine.market;

import java.time.Instant;
import makerdeck.engine.input.TickTask;
import makerdeck.strategy.curve.FillCurve;
import makerdeck.venue.Stream;

/**
 * A still market counts as a market that does not move, as long as the connection lives: so much time was watched.
 *
 * <p>Engine thread only.
 */
public final class StillMarket implements TickTask {

    private final MarketData market;
    private final ConnectionState connection;
    private final MarketSignals signals;
    private final FillCurve curve;
    private final VolatilityWarmUp warmUp;

    public StillMarket(
            MarketData market,
            ConnectionState connection,
            MarketSignals signals,
            FillCurve curve,
            VolatilityWarmUp warmUp) {
        this.market = market;
        this.connection = connection;
        this.signals = signals;
        this.curve = curve;
        this.warmUp = warmUp;
    }

    @Override
    public void tick(Instant now) {
        var live = market.mid().isPresent() && market.bookLost().isEmpty() && connection.isUp(Stream.PUBLIC);
        warmUp.tick(now, live);
        if (live) {
            signals.still(now);
            signals.mid().ifPresent(mid -> curve.tick(now, mid.doubleValue()));
        } else {
            curve.lost();
        }
    }
}
