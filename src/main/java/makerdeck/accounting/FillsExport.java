package makerdeck.accounting;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import makerdeck.domain.Side;
import makerdeck.journal.AccountEntry;

/** Each execution, with its fee in the asset it was paid in. */
final class FillsExport implements Export {

    @Override
    public List<String> columns() {
        return List.of(
                "time",
                "venue",
                "mode",
                "symbol",
                "side",
                "price",
                "quantity",
                "base",
                "worth",
                "quote",
                "fee",
                "fee_asset",
                "maker",
                "role",
                "order_id",
                "trade_id");
    }

    @Override
    public void on(AccountEntry.Desk desk, AccountEntry entry, Rows rows) throws IOException {
        if (entry instanceof AccountEntry.Traded trade) {
            rows.add(
                    ExportCell.time(trade.at()),
                    ExportCell.text(desk.venue()),
                    ExportCell.text(desk.mode()),
                    ExportCell.text(desk.symbol()),
                    trade.side() == Side.BID ? "buy" : "sell",
                    ExportCell.number(trade.price()),
                    ExportCell.number(trade.quantity()),
                    ExportCell.text(desk.base()),
                    ExportCell.number(trade.worth()),
                    ExportCell.text(desk.quote()),
                    ExportCell.number(trade.fee()),
                    ExportCell.text(trade.feeAsset()),
                    Boolean.toString(trade.maker()),
                    trade.role().toLowerCase(Locale.ROOT),
                    ExportCell.text(trade.orderId()),
                    Long.toString(trade.tradeId()));
        }
    }
}
