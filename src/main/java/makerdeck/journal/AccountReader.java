package makerdeck.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Side;

/** Tells every change of every account that a journal knows. Reads while a desk writes; keeps none of it. */
public final class AccountReader {

    private static final String FILLS = """
            SELECT at, line, 'fill' AS kind, order_id, trade_id, role, side, price, quantity, fee, fee_asset, maker,
                NULL AS base, NULL AS quote, NULL AS mid FROM fills WHERE books = ?1""";
    private static final String TRANSFERS = """
            SELECT at, line, 'transfer', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, base, quote, mid
            FROM transfers WHERE books = ?1""";
    private static final String INTEREST = """
            SELECT at, line, 'interest', payment, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, base, quote, mid
            FROM interest WHERE books = ?1""";

    /** Is told of everything: an account's changes in order of time, all of one account before those of the next. */
    public interface Listener {

        void on(AccountEntry.Desk desk, AccountEntry entry) throws IOException;
    }

    /** What a listener could not do. */
    private static final class ListenerFailed extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final IOException why;

        private ListenerFailed(IOException why) {
            super(why);
            this.why = why;
        }
    }

    private final Database database;
    private final Listener listener;

    private AccountReader(Database database, Listener listener) {
        this.database = database;
        this.listener = listener;
    }

    /**
     * Blocks, and calls {@code listener} on the way.
     *
     * @throws IOException with one line when the file cannot be read, or what the listener threw
     */
    public static void read(Path file, Listener listener) throws IOException {
        try {
            ReadCopy.read(file, database -> {
                database.atOnce(() -> new AccountReader(database, listener).readAll());
                return true;
            });
        } catch (ListenerFailed failed) {
            throw failed.why;
        }
    }

    private void readAll() throws SQLException {
        var desks = new LinkedHashMap<AccountEntry.Desk, List<Long>>();
        try (var row = database.read("SELECT * FROM books ORDER BY id")) {
            while (row.next()) {
                desks.computeIfAbsent(desk(row), none -> new ArrayList<>()).add(Cells.whole(row, "id"));
            }
        }
        for (Map.Entry<AccountEntry.Desk, List<Long>> one : desks.entrySet()) {
            for (long books : one.getValue()) {
                read(one.getKey(), books);
            }
        }
    }

    private static AccountEntry.Desk desk(ResultSet row) throws SQLException {
        return new AccountEntry.Desk(
                Cells.text(row, "account"),
                Cells.text(row, "venue"),
                Cells.text(row, "mode"),
                Cells.text(row, "symbol"),
                Cells.text(row, "base"),
                Cells.text(row, "quote"));
    }

    private void read(AccountEntry.Desk desk, long books) throws SQLException {
        opening(desk, books);
        var all = FILLS + " UNION ALL " + TRANSFERS
                + (database.version() < Schema.WITH_INTEREST ? "" : " UNION ALL " + INTEREST) + " ORDER BY 1, 2";
        try (var row = database.read(all, books)) {
            while (row.next()) {
                tell(desk, entry(row));
            }
        }
    }

    /** An older program did not write down what books were opened with: what it held is unknown, and so left out. */
    private void opening(AccountEntry.Desk desk, long books) throws SQLException {
        if (database.version() < Schema.WITH_PARTS) {
            return;
        }
        try (var row = database.read(
                "SELECT opened_at, opening_base, opening_quote, opening_mid FROM books WHERE id = ?", books)) {
            if (row.next() && row.getObject("opening_base") != null) {
                tell(
                        desk,
                        new AccountEntry.Opened(
                                Cells.instant(row, "opened_at"),
                                Cells.decimal(row, "opening_base"),
                                Cells.decimal(row, "opening_quote"),
                                Cells.decimal(row, "opening_mid")));
            }
        }
    }

    private void tell(AccountEntry.Desk desk, AccountEntry entry) {
        try {
            listener.on(desk, entry);
        } catch (IOException failed) {
            throw new ListenerFailed(failed);
        }
    }

    private static AccountEntry entry(ResultSet row) throws SQLException {
        var at = Cells.instant(row, "at");
        return switch (Cells.text(row, "kind")) {
            case "fill" ->
                new AccountEntry.Traded(
                        at,
                        Cells.text(row, "order_id"),
                        Cells.whole(row, "trade_id"),
                        Cells.text(row, "role"),
                        Cells.text(row, "side").equals(Side.BID.name()) ? Side.BID : Side.ASK,
                        Cells.size(row, "price"),
                        Cells.size(row, "quantity"),
                        Cells.decimal(row, "fee"),
                        Cells.text(row, "fee_asset"),
                        Cells.whole(row, "maker") != 0);
            case "transfer" ->
                new AccountEntry.Transferred(
                        at, Cells.decimal(row, "base"), Cells.decimal(row, "quote"), Cells.decimal(row, "mid"));
            default ->
                new AccountEntry.Earned(
                        at,
                        Cells.text(row, "order_id"),
                        Cells.decimal(row, "base"),
                        Cells.decimal(row, "quote"),
                        Cells.decimal(row, "mid"));
        };
    }
}
