package makerdeck.engine;

import java.math.BigDecimal;
import java.time.Instant;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.Inventory;
import makerdeck.strategy.Rebalancer;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/** Tells how a trade towards the target began, how it ended and what it cost. Engine thread only. */
final class RebalanceReport {

    private final Diary diary;
    private final Facts facts;
    private final Ledger ledger;
    private final Holdings holdings;
    private BigDecimal before = BigDecimal.ZERO;
    private BigDecimal resultBefore = BigDecimal.ZERO;

    RebalanceReport(Diary diary, Facts facts, Ledger ledger, Holdings holdings) {
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
        var outcome = new RebalanceOutcome(
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
                .map(mid -> Inventory.of(holdings.balances(), mid).ratio())
                .orElse(before);
    }
}
