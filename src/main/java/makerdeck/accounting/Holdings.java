package makerdeck.accounting;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import makerdeck.domain.Side;
import makerdeck.journal.AccountEntry;
import makerdeck.journal.AccountEntry.Desk;
import makerdeck.journal.AccountReader;

/**
 * Passes on what happened on accounts as if each had one book from its beginning: what later books were opened with, and
 * no entry explains, came or went by transfer.
 */
final class Holdings implements AccountReader.Listener {

    private record Held(BigDecimal base, BigDecimal quote) {

        private Held plus(BigDecimal moreBase, BigDecimal moreQuote) {
            return new Held(base.add(moreBase), quote.add(moreQuote));
        }
    }

    private final AccountReader.Listener next;
    private final Map<Desk, Held> held = new HashMap<>();

    Holdings(AccountReader.Listener next) {
        this.next = next;
    }

    @Override
    public void on(Desk desk, AccountEntry entry) throws IOException {
        var before = held.get(desk);
        if (entry instanceof AccountEntry.Opened opened) {
            held.put(desk, new Held(opened.base(), opened.quote()));
            if (before == null) {
                next.on(desk, opened);
                return;
            }
            var base = opened.base().subtract(before.base);
            var quote = opened.quote().subtract(before.quote);
            if (base.signum() != 0 || quote.signum() != 0) {
                next.on(desk, new AccountEntry.Transferred(opened.at(), base, quote, opened.mid()));
            }
            return;
        }
        held.put(desk, after(before == null ? new Held(BigDecimal.ZERO, BigDecimal.ZERO) : before, desk, entry));
        next.on(desk, entry);
    }

    private static Held after(Held before, Desk desk, AccountEntry entry) {
        if (entry instanceof AccountEntry.Traded trade) {
            var sign = BigDecimal.valueOf(trade.side() == Side.BID ? 1 : -1);
            var base = sign.multiply(trade.quantity());
            var quote = sign.negate().multiply(trade.worth());
            return before.plus(
                    trade.feeAsset().equals(desk.base()) ? base.subtract(trade.fee()) : base,
                    trade.feeAsset().equals(desk.quote()) ? quote.subtract(trade.fee()) : quote);
        }
        if (entry instanceof AccountEntry.Transferred moved) {
            return before.plus(moved.base(), moved.quote());
        }
        return entry instanceof AccountEntry.Earned paid ? before.plus(paid.base(), paid.quote()) : before;
    }
}
