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
final class CoinTrackingExport extends ProgramExport {

    CoinTrackingExport(boolean tradesOnly) {
        super(true, !tradesOnly);
    }

    @Override
    public List<String> columns() {
        return List.of("Type", "Buy", "Cur.", "Sell", "Cur.", "Fee", "Cur.", "Exchange", "Group", "Comment", "Date");
    }

    @Override
    void traded(Desk desk, AccountEntry.Traded trade, Rows rows) throws IOException {
        boolean isBuy = trade.side() == Side.BID;
        var fee = trade.fee().max(BigDecimal.ZERO);
        var inBase = trade.feeAsset().equals(desk.base()) ? fee : BigDecimal.ZERO;
        var inQuote = trade.feeAsset().equals(desk.quote()) ? fee : BigDecimal.ZERO;
        boolean isInside = isInside(desk, trade);
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
    }

    private static boolean isInside(Desk desk, AccountEntry.Traded trade) {
        return trade.fee().signum() > 0
                && (trade.feeAsset().equals(desk.base()) || trade.feeAsset().equals(desk.quote()));
    }

    @Override
    BigDecimal feeApart(Desk desk, AccountEntry.Traded trade) {
        return isInside(desk, trade) ? BigDecimal.ZERO : trade.fee();
    }

    private static String type(Move why, boolean isIn) {
        return switch (why) {
            case TRANSFER -> isIn ? "Deposit" : "Withdrawal";
            case INTEREST -> isIn ? "Lending Income" : "Borrowing Fee";
            case FEE -> isIn ? "Income" : "Other Fee";
        };
    }

    private static String date(AccountEntry entry) {
        return ExportCell.time(entry.at(), "dd.MM.yyyy HH:mm:ss");
    }

    @Override
    void moved(Desk desk, AccountEntry entry, String asset, BigDecimal amount, Move why, Rows rows) throws IOException {
        boolean isIn = amount.signum() > 0;
        var size = ExportCell.number(amount.abs());
        var name = ExportCell.text(asset);
        rows.add(
                type(why, isIn),
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
