package makerdeck.engine.publish;

import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.snapshot.Inventory;
import org.jspecify.annotations.Nullable;

/** What is held, as the screen shows it. Engine thread only. */
public final class InventoryRows {

    private final MarketData market;
    private final AccountReading account;
    private final ParameterHistory history;
    private final Ledger ledger;
    private final AvailableBalances available;

    public InventoryRows(
            MarketData market,
            AccountReading account,
            ParameterHistory history,
            Ledger ledger,
            AvailableBalances available) {
        this.market = market;
        this.account = account;
        this.history = history;
        this.ledger = ledger;
        this.available = available;
    }

    @Nullable
    Inventory row() {
        var mid = market.mid();
        var at = account.balancesAt();
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
