package makerdeck.engine.publish;

import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.snapshot.Inventory;
import org.jspecify.annotations.Nullable;

/** What is held, as the screen shows it. Engine thread only. */
public final class InventoryRows {

    private final MarketData facts;
    private final ParameterHistory history;
    private final Ledger ledger;
    private final AvailableBalances available;

    public InventoryRows(MarketData facts, ParameterHistory history, Ledger ledger, AvailableBalances available) {
        this.facts = facts;
        this.history = history;
        this.ledger = ledger;
        this.available = available;
    }

    @Nullable
    Inventory row() {
        var mid = facts.mid();
        var at = facts.balancesAt();
        if (mid.isEmpty() || at == null || !ledger.isOpen()) {
            return null;
        }
        var parameters = history.parameters();
        var balances = available.balances();
        var held = makerdeck.strategy.quoting.InventoryRatio.of(balances, mid.get());
        return new Inventory(
                balances,
                held.ratio(),
                parameters.target(),
                parameters.target().subtract(parameters.threshold()),
                parameters.target().add(parameters.threshold()),
                parameters.target().subtract(parameters.bandHard()),
                parameters.target().add(parameters.bandHard()),
                held.total(),
                at);
    }
}
