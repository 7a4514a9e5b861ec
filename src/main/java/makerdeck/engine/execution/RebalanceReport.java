package makerdeck.engine.execution;

import java.math.BigDecimal;
import java.time.Instant;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.MarketData;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.quoting.InventoryRatio;
import makerdeck.strategy.rebalancing.Rebalancer;
import org.jspecify.annotations.Nullable;

/** Tells how a trade towards the target began, how it ended and what it cost. Engine thread only. */
public final class RebalanceReport {

    private final EventLog log;
    private final MarketData market;
    private final Ledger ledger;
    private final AvailableBalances available;
    private BigDecimal before = BigDecimal.ZERO;
    private BigDecimal resultBefore = BigDecimal.ZERO;

    public RebalanceReport(EventLog log, MarketData market, Ledger ledger, AvailableBalances available) {
        this.log = log;
        this.market = market;
        this.ledger = ledger;
        this.available = available;
    }

    void begins(Rebalancer.Plan plan, Instant at) {
        before = plan.before();
        resultBefore = ledger.parts().rebalance();
        log.info(at, Message.of("engine.rebalance.begins", plan.text(market.rules())));
    }

    /** @param stopped why it ended early, null when it did not */
    void ended(
            Instant now,
            Side side,
            Quantity done,
            Quantity wanted,
            Rebalancer.@Nullable Budget agreed,
            @Nullable Message stopped) {
        market.mid().ifPresent(ledger::mark);
        var result = new RebalanceResult(
                side,
                done,
                wanted,
                before,
                ratio(),
                resultBefore.subtract(ledger.parts().rebalance()),
                agreed == null ? null : agreed.cost(),
                stopped);
        var text = result.text(market.rules());
        if (result.isWhole()) {
            log.info(now, text);
        } else {
            log.alert(now, Severity.WARN, text);
        }
    }

    private BigDecimal ratio() {
        return market.mid()
                .map(mid -> InventoryRatio.of(available.balances(), mid).ratio())
                .orElse(before);
    }
}
