package makerdeck.accounting;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import makerdeck.domain.Side;
import makerdeck.journal.AccountEntry;
import makerdeck.journal.AccountEntry.Desk;

/**
 * CoinTracking's import: what is bought and sold has the fee in it already, and the fee stands there for information; one
 * in a third asset is a row of its own.
 */
final class CoinTrackingExport implements Export {

    private final boolean tradesOnly;

    CoinTrackingExport(boolean tradesOnly) {
        this.tradesOnly = tradesOnly;
    }

    @Override
    public List<String> columns() {
        return List.of("Type", "Buy", "Cur.", "Sell", "Cur.", "Fee", "Cur.", "Exchange", "Group", "Comment", "Date");
    }

    @Override
    public void on(Desk desk, AccountEntry entry, Rows rows) throws IOException {
        if (entry instanceof AccountEntry.Traded trade) {
            traded(desk, trade, rows);
        } else if (!tradesOnly) {
            if (entry instanceof AccountEntry.Opened opened) {
                moved(desk, entry, desk.base(), opened.base(), "Deposit", "Withdrawal", rows);
                moved(desk, entry, desk.quote(), opened.quote(), "Deposit", "Withdrawal", rows);
            } else if (entry instanceof AccountEntry.Transferred moved) {
                moved(desk, entry, desk.base(), moved.base(), "Deposit", "Withdrawal", rows);
                moved(desk, entry, desk.quote(), moved.quote(), "Deposit", "Withdrawal", rows);
            } else if (entry instanceof AccountEntry.Earned paid) {
                moved(desk, entry, desk.base(), paid.base(), "Lending Income", "Borrowing Fee", rows);
                moved(desk, entry, desk.quote(), paid.quote(), "Lending Income", "Borrowing Fee", rows);
            }
        }
    }

    private static void traded(Desk desk, AccountEntry.Traded trade, Rows rows) throws IOException {
        boolean isBuy = trade.side() == Side.BID;
        var fee = trade.fee().max(BigDecimal.ZERO);
        var inBase = trade.feeAsset().equals(desk.base()) ? fee : BigDecimal.ZERO;
        var inQuote = trade.feeAsset().equals(desk.quote()) ? fee : BigDecimal.ZERO;
        boolean isInside = inBase.signum() + inQuote.signum() > 0;
        rows.add(
                "Trade",
                ExportCell.number(
                        isBuy
                                ? trade.quantity().subtract(inBase)
                                : trade.worth().subtract(inQuote)),
                ExportCell.text(isBuy ? desk.base() : desk.quote()),
                ExportCell.number(
                        isBuy ? trade.worth().add(inQuote) : trade.quantity().add(inBase)),
                ExportCell.text(isBuy ? desk.quote() : desk.base()),
                isInside ? ExportCell.number(fee) : ExportCell.NONE,
                isInside ? ExportCell.text(trade.feeAsset()) : ExportCell.NONE,
                ExportCell.text(desk.venue()),
                ExportCell.text(desk.symbol()),
                ExportCell.reference(desk, trade),
                date(trade));
        if (trade.fee().signum() < 0 || !isInside) {
            moved(desk, trade, trade.feeAsset(), trade.fee().negate(), "Income", "Other Fee", rows);
        }
    }

    private static String date(AccountEntry entry) {
        return ExportCell.time(entry.at(), "dd.MM.yyyy HH:mm:ss");
    }

    private static void moved(
            Desk desk, AccountEntry entry, String asset, BigDecimal amount, String in, String out, Rows rows)
            throws IOException {
        if (amount.signum() == 0) {
            return;
        }
        boolean isIn = amount.signum() > 0;
        var size = ExportCell.number(amount.abs());
        var name = ExportCell.text(asset);
        rows.add(
                isIn ? in : out,
                isIn ? size : ExportCell.NONE,
                isIn ? name : ExportCell.NONE,
                isIn ? ExportCell.NONE : size,
                isIn ? ExportCell.NONE : name,
                ExportCell.NONE,
                ExportCell.NONE,
                ExportCell.text(desk.venue()),
                ExportCell.text(desk.symbol()),
                ExportCell.reference(desk, entry),
                date(entry));
    }
}
