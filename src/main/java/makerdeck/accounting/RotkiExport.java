package makerdeck.accounting;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import makerdeck.domain.Side;
import makerdeck.journal.AccountEntry;
import makerdeck.journal.AccountEntry.Desk;

/** rotki's generic imports, which are two files: trades, and the events that are none. Amounts are without the fee. */
final class RotkiExport extends ProgramExport {

    /** rotki knows no venue of that name. */
    private static final String ELSEWHERE = "external";

    private final boolean trades;

    /** @param trades only; else all that are none */
    RotkiExport(boolean trades) {
        super(trades, !trades);
        this.trades = trades;
    }

    @Override
    public List<String> columns() {
        return trades
                ? List.of(
                        "Location",
                        "Spend Currency",
                        "Spend Amount",
                        "Receive Currency",
                        "Receive Amount",
                        "Fee",
                        "Fee Currency",
                        "Description",
                        "Timestamp")
                : List.of("Type", "Location", "Currency", "Amount", "Fee", "Fee Currency", "Description", "Timestamp");
    }

    @Override
    void traded(Desk desk, AccountEntry.Traded trade, Rows rows) throws IOException {
        boolean isBuy = trade.side() == Side.BID;
        boolean hasFee = trade.fee().signum() > 0;
        var base = ExportCell.number(trade.quantity());
        var quote = ExportCell.number(trade.worth());
        rows.add(
                ELSEWHERE,
                ExportCell.text(isBuy ? desk.quote() : desk.base()),
                isBuy ? quote : base,
                ExportCell.text(isBuy ? desk.base() : desk.quote()),
                isBuy ? base : quote,
                hasFee ? ExportCell.number(trade.fee()) : ExportCell.NONE,
                hasFee ? ExportCell.text(trade.feeAsset()) : ExportCell.NONE,
                ExportCell.reference(desk, trade),
                millis(trade));
    }

    /** Of the trades' file none: what was paid to us is an event. */
    @Override
    BigDecimal feeApart(Desk desk, AccountEntry.Traded trade) {
        return trades ? BigDecimal.ZERO : trade.fee().min(BigDecimal.ZERO);
    }

    private static String type(Move why, boolean isIn) {
        return why == Move.TRANSFER ? isIn ? "Deposit" : "Withdrawal" : isIn ? "Income" : "Spend";
    }

    private static String millis(AccountEntry entry) {
        return Long.toString(entry.at().toEpochMilli());
    }

    @Override
    void moved(Desk desk, AccountEntry entry, String asset, BigDecimal amount, Move why, Rows rows) throws IOException {
        rows.add(
                type(why, amount.signum() > 0),
                ELSEWHERE,
                ExportCell.text(asset),
                ExportCell.number(amount.abs()),
                ExportCell.NONE,
                ExportCell.NONE,
                ExportCell.reference(desk, entry),
                millis(entry));
    }
}
