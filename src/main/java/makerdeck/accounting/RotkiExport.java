package makerdeck.accounting;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import makerdeck.domain.Side;
import makerdeck.journal.AccountEntry;
import makerdeck.journal.AccountEntry.Desk;

/** rotki's generic imports, which are two files: trades, and the events that are none. Amounts are without the fee. */
final class RotkiExport implements Export {

    /** rotki knows no venue of that name. */
    private static final String ELSEWHERE = "external";

    private final boolean trades;

    /** @param trades only; else all that are none */
    RotkiExport(boolean trades) {
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
    public void on(Desk desk, AccountEntry entry, Rows rows) throws IOException {
        if (trades) {
            if (entry instanceof AccountEntry.Traded trade) {
                traded(desk, trade, rows);
            }
        } else if (entry instanceof AccountEntry.Opened opened) {
            moved(desk, entry, desk.base(), opened.base(), "Deposit", "Withdrawal", rows);
            moved(desk, entry, desk.quote(), opened.quote(), "Deposit", "Withdrawal", rows);
        } else if (entry instanceof AccountEntry.Transferred moved) {
            moved(desk, entry, desk.base(), moved.base(), "Deposit", "Withdrawal", rows);
            moved(desk, entry, desk.quote(), moved.quote(), "Deposit", "Withdrawal", rows);
        } else if (entry instanceof AccountEntry.Earned paid) {
            moved(desk, entry, desk.base(), paid.base(), "Income", "Spend", rows);
            moved(desk, entry, desk.quote(), paid.quote(), "Income", "Spend", rows);
        } else if (entry instanceof AccountEntry.Traded trade && trade.fee().signum() < 0) {
            moved(desk, entry, trade.feeAsset(), trade.fee().negate(), "Income", "Spend", rows);
        }
    }

    private static void traded(Desk desk, AccountEntry.Traded trade, Rows rows) throws IOException {
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

    private static String millis(AccountEntry entry) {
        return Long.toString(entry.at().toEpochMilli());
    }

    private static void moved(
            Desk desk, AccountEntry entry, String asset, BigDecimal amount, String in, String out, Rows rows)
            throws IOException {
        if (amount.signum() != 0) {
            rows.add(
                    amount.signum() > 0 ? in : out,
                    ELSEWHERE,
                    ExportCell.text(asset),
                    ExportCell.number(amount.abs()),
                    ExportCell.NONE,
                    ExportCell.NONE,
                    ExportCell.reference(desk, entry),
                    millis(entry));
        }
    }
}
