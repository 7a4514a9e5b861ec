package makerdeck.engine.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import makerdeck.domain.Candle;
import makerdeck.domain.Side;
import makerdeck.engine.execution.Requoter;
import makerdeck.engine.execution.SideReasons;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.MarketSignals;
import makerdeck.snapshot.QuotingRow;
import makerdeck.snapshot.QuotingRow.SideChain;
import makerdeck.strategy.quoting.PriceChain;
import makerdeck.strategy.signals.Regime;
import org.jspecify.annotations.Nullable;

/** What is quoted and what not, as the screen shows it. Engine thread only. */
public final class QuotingRows {

    private static final int PERCENT_DECIMALS = 6;
    private static final int FACTOR_DECIMALS = 4;

    private final Clock clock;
    private final MarketData market;
    private final Requoter requoter;
    private final MarketSignals signals;
    private final SideReasons sides;
    private final RebalanceOutlook outlook;

    public QuotingRows(
            Clock clock,
            MarketData market,
            Requoter requoter,
            MarketSignals signals,
            SideReasons sides,
            RebalanceOutlook outlook) {
        this.clock = clock;
        this.market = market;
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
                chain(Side.BID),
                chain(Side.ASK),
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

    /** Of the last review: what ends by itself is counted from then. */
    @Nullable
    SideChain chain(Side side) {
        return market.knownRules()
                .flatMap(rules -> requoter.wanted().side(side).chain(rules))
                .map(chain -> new SideChain(
                        chain.steps().stream().map(step -> step(chain, step)).toList()))
                .orElse(null);
    }

    private SideChain.Step step(PriceChain chain, PriceChain.Step step) {
        var factor = step.factor();
        var left = step.left();
        return new SideChain.Step(
                step.cause().word(),
                chain.percent(step).setScale(PERCENT_DECIMALS, RoundingMode.HALF_EVEN),
                factor == null ? null : factor.setScale(FACTOR_DECIMALS, RoundingMode.HALF_EVEN),
                left == null ? null : requoter.reviewedAt().plus(left));
    }

    private static BigDecimal decimal(double percent) {
        return BigDecimal.valueOf(Math.round(percent * 1000), 3);
    }
}
