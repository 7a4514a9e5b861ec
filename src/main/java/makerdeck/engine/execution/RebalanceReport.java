package makerdeck.engine.execution;

import java.math.BigDecimal;
import java.time.Instant;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.MarketData;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.quoting.InventoryRatio;
import makerdeck.strategy.rebalancing.Rebalancer;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/** Tells how a trade towards the target began, how it ended and what it cost. Engine thread only. */
public final class RebalanceReport {

    private final EventLog diary;
    private final MarketData facts;
    private final Ledger ledger;
    private final AvailableBalances holdings;
    private BigDecimal before = BigDecimal.ZERO;
    private BigDecimal resultBefore = BigDecimal.ZERO;

    public RebalanceReport(EventLog diary, MarketData facts, Ledger ledger, AvailableBalances holdings) {
        this.diary = diary;
        this.facts = facts;
        this.ledger = ledger;
        this.holdings = holdings;
    }

    void begins(Rebalancer.Plan plan, Instant at) {
        before = plan.before();
        resultBefore = ledger.parts().rebalance();
        diary.info(at, Words.say("engine.rebalance.begins", plan.text(facts.market())));
    }

    /** @param stopped why it ended early, empty when it did not */
    void ended(
            Instant now,
            Side side,
            Quantity done,
            Quantity wanted,
            Rebalancer.@Nullable Budget agreed,
            String stopped) {
        facts.mid().ifPresent(ledger::mark);
        var outcome = new RebalanceResult(
                side,
                done,
                wanted,
                before,
                ratio(),
                resultBefore.subtract(ledger.parts().rebalance()),
                agreed == null ? null : agreed.cost(),
                stopped);
        var text = outcome.text(facts.market());
        if (outcome.isWhole()) {
            diary.info(now, text);
        } else {
            diary.alert(now, Severity.WARN, text);
        }
    }

    private BigDecimal ratio() {
        return facts.mid()
                .map(mid -> InventoryRatio.of(holdings.balances(), mid).ratio())
                .orElse(before);
    }
}
