package makerdeck.accounting;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Side;
import makerdeck.journal.AccountEntry;
import makerdeck.journal.AccountEntry.Desk;

/** Each change of each asset, and what was held after it. Of assets that only pay fees nobody knows what was held. */
final class LedgerExport implements Export {

    private record Asset(Desk desk, String name) {}

    private final Map<Asset, BigDecimal> held = new HashMap<>();

    @Override
    public List<String> columns() {
        return List.of("time", "venue", "mode", "symbol", "type", "asset", "amount", "held", "reference");
    }

    @Override
    public void on(Desk desk, AccountEntry entry, Rows rows) throws IOException {
        if (entry instanceof AccountEntry.Opened opened) {
            add(desk, entry, "opening", desk.base(), opened.base(), rows);
            add(desk, entry, "opening", desk.quote(), opened.quote(), rows);
        } else if (entry instanceof AccountEntry.Traded trade) {
            var sign = BigDecimal.valueOf(trade.side() == Side.BID ? 1 : -1);
            add(desk, entry, "trade", desk.base(), sign.multiply(trade.quantity()), rows);
            add(desk, entry, "trade", desk.quote(), sign.negate().multiply(trade.worth()), rows);
            var kind = trade.fee().signum() < 0 ? "rebate" : "fee";
            add(desk, entry, kind, trade.feeAsset(), trade.fee().negate(), rows);
        } else if (entry instanceof AccountEntry.Transferred moved) {
            add(desk, entry, "transfer", desk.base(), moved.base(), rows);
            add(desk, entry, "transfer", desk.quote(), moved.quote(), rows);
        } else if (entry instanceof AccountEntry.Earned paid) {
            add(desk, entry, "interest", desk.base(), paid.base(), rows);
            add(desk, entry, "interest", desk.quote(), paid.quote(), rows);
        }
    }

    private void add(Desk desk, AccountEntry entry, String type, String asset, BigDecimal amount, Rows rows)
            throws IOException {
        if (amount.signum() == 0) {
            return;
        }
        boolean isKnown = asset.equals(desk.base()) || asset.equals(desk.quote());
        var after = held.merge(new Asset(desk, asset), amount, BigDecimal::add);
        rows.add(
                ExportCell.time(entry.at()),
                ExportCell.text(desk.venue()),
                ExportCell.text(desk.mode()),
                ExportCell.text(desk.symbol()),
                type,
                ExportCell.text(asset),
                ExportCell.number(amount),
                isKnown ? ExportCell.number(after) : ExportCell.NONE,
                ExportCell.reference(desk, entry));
    }
}
