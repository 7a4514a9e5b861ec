package makerdeck.engine.publish;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import makerdeck.domain.Candle;
import makerdeck.domain.Side;
import makerdeck.engine.execution.Requoter;
import makerdeck.engine.execution.SideReasons;
import makerdeck.engine.market.MarketSignals;
import makerdeck.snapshot.QuotingRow;
import makerdeck.strategy.signals.Regime;

/** What is quoted and what not, as the screen shows it. Engine thread only. */
public final class QuotingRows {

    private final Clock clock;
    private final Requoter requoter;
    private final MarketSignals signals;
    private final SideReasons sides;
    private final RebalanceOutlook outlook;

    public QuotingRows(
            Clock clock, Requoter requoter, MarketSignals signals, SideReasons sides, RebalanceOutlook outlook) {
        this.clock = clock;
        this.requoter = requoter;
        this.signals = signals;
        this.sides = sides;
        this.outlook = outlook;
    }

    QuotingRow row() {
        var quotes = requoter.wanted();
        var regime = signals.regime();
        var volatility = signals.volatility();
        return new QuotingRow(
                quotes.spread().signum() == 0 ? null : quotes.spread(),
                quotes.spread().signum() == 0 ? "" : quotes.reason().word(),
                quotes.guards(),
                volatility.isEmpty() ? null : decimal(volatility.getAsDouble()),
                regime.map(Regime::name).orElse(""),
                regime.map(Regime::preset).orElse(""),
                sides.text(Side.BID).orElse(null),
                sides.text(Side.ASK).orElse(null),
                outlook.text(clock.instant()).orElse(null));
    }

    /** Minutes of the market before us. */
    List<Candle> past() {
        return signals.past();
    }

    private static BigDecimal decimal(double percent) {
        return BigDecimal.valueOf(Math.round(percent * 1000), 3);
    }
}
