package makerdeck.engine.operator;

import java.util.Optional;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.market.MarketData;
import makerdeck.strategy.quoting.Wealth;

/** What the account holds, to weigh a change of parameters against it. Engine thread only. */
final class KnownWealth {

    private KnownWealth() {}

    /** Empty while there are no books, or nobody knows the price. */
    static Optional<Wealth> of(MarketData market, Ledger ledger) {
        var mid = market.mid();
        if (mid.isEmpty() || !ledger.isOpen()) {
            return Optional.empty();
        }
        return Optional.of(new Wealth(
                ledger.base(), ledger.quote(), mid.get(), market.rates().automatic()));
    }
}
