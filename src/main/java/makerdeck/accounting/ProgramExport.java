package makerdeck.accounting;

import java.io.IOException;
import java.math.BigDecimal;
import makerdeck.journal.AccountEntry;
import makerdeck.journal.AccountEntry.Desk;

/**
 * Rows for another program: trades as they are, and what comes or goes of one asset beside them, which each program has
 * words of its own for.
 */
abstract class ProgramExport implements Export {

    /** What comes or goes without a trade. */
    enum Move {
        TRANSFER,
        INTEREST,
        /** A fee that was paid to us, or one in an asset that the trade is not about. */
        FEE
    }

    private final boolean trades;
    private final boolean moves;

    /** @param moves whether what is no trade is wanted */
    ProgramExport(boolean trades, boolean moves) {
        this.trades = trades;
        this.moves = moves;
    }

    @Override
    public final void on(Desk desk, AccountEntry entry, Rows rows) throws IOException {
        if (entry instanceof AccountEntry.Traded trade) {
            if (trades) {
                traded(desk, trade, rows);
            }
            var fee = feeApart(desk, trade);
            if (fee.signum() != 0) {
                moved(desk, trade, trade.feeAsset(), fee.negate(), Move.FEE, rows);
            }
        } else if (moves) {
            if (entry instanceof AccountEntry.Opened opened) {
                both(desk, entry, opened.base(), opened.quote(), Move.TRANSFER, rows);
            } else if (entry instanceof AccountEntry.Transferred moved) {
                both(desk, entry, moved.base(), moved.quote(), Move.TRANSFER, rows);
            } else if (entry instanceof AccountEntry.Earned paid) {
                both(desk, entry, paid.base(), paid.quote(), Move.INTEREST, rows);
            }
        }
    }

    private void both(Desk desk, AccountEntry entry, BigDecimal base, BigDecimal quote, Move why, Rows rows)
            throws IOException {
        moving(desk, entry, desk.base(), base, why, rows);
        moving(desk, entry, desk.quote(), quote, why, rows);
    }

    private void moving(Desk desk, AccountEntry entry, String asset, BigDecimal amount, Move why, Rows rows)
            throws IOException {
        if (amount.signum() != 0) {
            moved(desk, entry, asset, amount, why, rows);
        }
    }

    abstract void traded(Desk desk, AccountEntry.Traded trade, Rows rows) throws IOException;

    /** The fee of a trade that its own row does not hold, negative when it was paid to us; zero for none. */
    abstract BigDecimal feeApart(Desk desk, AccountEntry.Traded trade);

    /** @param amount positive for what came, never zero */
    abstract void moved(Desk desk, AccountEntry entry, String asset, BigDecimal amount, Move why, Rows rows)
            throws IOException;
}
