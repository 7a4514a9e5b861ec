package makerdeck.accounting;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import makerdeck.domain.Side;
import makerdeck.journal.AccountEntry;
import makerdeck.journal.AccountEntry.Desk;

/** Koinly's universal template: amounts without the fee, which it takes off by itself. */
final class KoinlyExport implements Export {

    private final boolean tradesOnly;

    KoinlyExport(boolean tradesOnly) {
        this.tradesOnly = tradesOnly;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Date",
                "Sent Amount",
                "Sent Currency",
                "Received Amount",
                "Received Currency",
                "Fee Amount",
                "Fee Currency",
                "Net Worth Amount",
                "Net Worth Currency",
                "Label",
                "Description",
                "TxHash");
    }

    @Override
    public void on(Desk desk, AccountEntry entry, Rows rows) throws IOException {
        if (entry instanceof AccountEntry.Traded trade) {
            traded(desk, trade, rows);
        } else if (!tradesOnly) {
            if (entry instanceof AccountEntry.Opened opened) {
                moved(desk, entry, desk.base(), opened.base(), "", "", rows);
                moved(desk, entry, desk.quote(), opened.quote(), "", "", rows);
            } else if (entry instanceof AccountEntry.Transferred moved) {
                moved(desk, entry, desk.base(), moved.base(), "", "", rows);
                moved(desk, entry, desk.quote(), moved.quote(), "", "", rows);
            } else if (entry instanceof AccountEntry.Earned paid) {
                moved(desk, entry, desk.base(), paid.base(), "lending interest", "loan fee", rows);
                moved(desk, entry, desk.quote(), paid.quote(), "lending interest", "loan fee", rows);
            }
        }
    }

    private static void traded(Desk desk, AccountEntry.Traded trade, Rows rows) throws IOException {
        boolean isBuy = trade.side() == Side.BID;
        boolean hasFee = trade.fee().signum() > 0;
        var base = ExportCell.number(trade.quantity());
        var quote = ExportCell.number(trade.worth());
        var reference = ExportCell.reference(desk, trade);
        rows.add(
                date(trade),
                isBuy ? quote : base,
                ExportCell.text(isBuy ? desk.quote() : desk.base()),
                isBuy ? base : quote,
                ExportCell.text(isBuy ? desk.base() : desk.quote()),
                hasFee ? ExportCell.number(trade.fee()) : ExportCell.NONE,
                hasFee ? ExportCell.text(trade.feeAsset()) : ExportCell.NONE,
                ExportCell.NONE,
                ExportCell.NONE,
                ExportCell.NONE,
                reference,
                ExportCell.text(trade.orderId() + "-" + trade.tradeId()));
        if (trade.fee().signum() < 0) {
            moved(desk, trade, trade.feeAsset(), trade.fee().negate(), "income", "", rows);
        }
    }

    private static String date(AccountEntry entry) {
        return ExportCell.time(entry.at(), "yyyy-MM-dd HH:mm:ss 'UTC'");
    }

    private static void moved(
            Desk desk, AccountEntry entry, String asset, BigDecimal amount, String labelIn, String labelOut, Rows rows)
            throws IOException {
        if (amount.signum() == 0) {
            return;
        }
        boolean isIn = amount.signum() > 0;
        var size = ExportCell.number(amount.abs());
        var name = ExportCell.text(asset);
        rows.add(
                date(entry),
                isIn ? ExportCell.NONE : size,
                isIn ? ExportCell.NONE : name,
                isIn ? size : ExportCell.NONE,
                isIn ? name : ExportCell.NONE,
                ExportCell.NONE,
                ExportCell.NONE,
                ExportCell.NONE,
                ExportCell.NONE,
                isIn ? labelIn : labelOut,
                ExportCell.reference(desk, entry),
                ExportCell.NONE);
    }
}
