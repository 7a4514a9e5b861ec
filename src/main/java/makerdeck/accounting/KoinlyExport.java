package makerdeck.accounting;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import makerdeck.domain.Side;
import makerdeck.journal.AccountEntry;
import makerdeck.journal.AccountEntry.Desk;

/** Koinly's universal template: amounts without the fee, which it takes off by itself. */
final class KoinlyExport extends ProgramExport {

    KoinlyExport(boolean tradesOnly) {
        super(true, !tradesOnly);
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
    void traded(Desk desk, AccountEntry.Traded trade, Rows rows) throws IOException {
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
    }

    @Override
    BigDecimal feeApart(Desk desk, AccountEntry.Traded trade) {
        return trade.fee().min(BigDecimal.ZERO);
    }

    private static String label(Move why, boolean isIn) {
        return switch (why) {
            case TRANSFER -> "";
            case INTEREST -> isIn ? "lending interest" : "loan fee";
            case FEE -> "income";
        };
    }

    private static String date(AccountEntry entry) {
        return ExportCell.time(entry.at(), "yyyy-MM-dd HH:mm:ss 'UTC'");
    }

    @Override
    void moved(Desk desk, AccountEntry entry, String asset, BigDecimal amount, Move why, Rows rows) throws IOException {
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
                label(why, isIn),
                ExportCell.reference(desk, entry),
                ExportCell.NONE);
    }
}
