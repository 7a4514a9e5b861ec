package makerdeck.engine;

import makerdeck.snapshot.Inventory;
import org.jspecify.annotations.Nullable;

/** What is held, as the screen shows it. Engine thread only. */
final class InventoryRow {

    private final Facts facts;
    private final Tuning tuning;
    private final Ledger ledger;
    private final Holdings holdings;

    InventoryRow(Facts facts, Tuning tuning, Ledger ledger, Holdings holdings) {
        this.facts = facts;
        this.tuning = tuning;
        this.ledger = ledger;
        this.holdings = holdings;
    }

    @Nullable
    Inventory row() {
        var mid = facts.mid();
        var at = facts.balancesAt();
        if (mid.isEmpty() || at == null || !ledger.isOpen()) {
            return null;
        }
        var parameters = tuning.parameters();
        var balances = holdings.balances();
        var held = makerdeck.strategy.Inventory.of(balances, mid.get());
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
