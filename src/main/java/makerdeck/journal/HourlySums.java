package makerdeck.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tinylog.Logger;

/**
 * What is written is summed up by the hour as well, so that results need not read every fill again. The sums of what
 * an older program wrote are made by the same statements.
 *
 * <p>Of fills there are sums by the hour, and sums of all of them by part, side and regime (empty where nobody knows
 * it): to tell both apart at once would make as many sums as there are fills. A part is a layer, from 1; 0 a quote whose
 * layer nobody knows; {@link #REBALANCE} a rebalance. Hours of long ago become days, see {@link HoursToDays}.
 */
final class HourlySums {

    /** Of fills that brought the base asset back to its target. */
    static final int REBALANCE = -1;

    private static final List<String> NAMES = List.of(
            "hourly_fills",
            "hourly_markouts",
            "part_fills",
            "part_markouts",
            "hourly_apart",
            "hourly_income",
            "hourly_equity",
            "hourly_uptime");

    static final List<String> TABLES = List.of("""
            CREATE TABLE hourly_fills (books INTEGER NOT NULL, hour INTEGER NOT NULL, part INTEGER NOT NULL,
                fills INTEGER NOT NULL, volume_base TEXT NOT NULL, volume_quote TEXT NOT NULL, captured TEXT NOT NULL,
                fees TEXT NOT NULL, rebalanced TEXT NOT NULL, PRIMARY KEY (books, hour, part)) WITHOUT ROWID""", """
            CREATE TABLE hourly_markouts (books INTEGER NOT NULL, hour INTEGER NOT NULL, part INTEGER NOT NULL,
                seconds INTEGER NOT NULL, fills INTEGER NOT NULL, gain TEXT NOT NULL, volume TEXT NOT NULL,
                PRIMARY KEY (books, hour, part, seconds)) WITHOUT ROWID""", """
            CREATE TABLE hourly_apart (books INTEGER NOT NULL, hour INTEGER NOT NULL, asset TEXT NOT NULL,
                amount TEXT NOT NULL, PRIMARY KEY (books, hour, asset)) WITHOUT ROWID""", """
            CREATE TABLE hourly_income (books INTEGER NOT NULL, hour INTEGER NOT NULL, converted TEXT NOT NULL,
                interest TEXT NOT NULL, PRIMARY KEY (books, hour)) WITHOUT ROWID""", """
            CREATE TABLE hourly_equity (books INTEGER NOT NULL, hour INTEGER NOT NULL, at INTEGER NOT NULL,
                equity TEXT NOT NULL, pnl TEXT NOT NULL, PRIMARY KEY (books, hour)) WITHOUT ROWID""", """
            CREATE TABLE hourly_uptime (books INTEGER NOT NULL, hour INTEGER NOT NULL, ran INTEGER NOT NULL,
                bids_allowed INTEGER NOT NULL, bids_quoted INTEGER NOT NULL, asks_allowed INTEGER NOT NULL,
                asks_quoted INTEGER NOT NULL, PRIMARY KEY (books, hour)) WITHOUT ROWID""");

    /** Without what an older program summed up of fills: that is made anew. */
    static final List<String> BY_SIDE = List.of(
            "ALTER TABLE fills ADD COLUMN regime TEXT",
            "DROP TABLE hourly_fills",
            "DROP TABLE hourly_markouts",
            "DELETE FROM hourly_apart",
            """
            CREATE TABLE hourly_fills (books INTEGER NOT NULL, hour INTEGER NOT NULL, part INTEGER NOT NULL,
                side TEXT NOT NULL, regime TEXT NOT NULL, fills INTEGER NOT NULL, volume_base TEXT NOT NULL,
                volume_quote TEXT NOT NULL, captured TEXT NOT NULL, fees TEXT NOT NULL, rebalanced TEXT NOT NULL,
                PRIMARY KEY (books, hour, part, side, regime)) WITHOUT ROWID""",
            """
            CREATE TABLE hourly_markouts (books INTEGER NOT NULL, hour INTEGER NOT NULL, part INTEGER NOT NULL,
                side TEXT NOT NULL, regime TEXT NOT NULL, seconds INTEGER NOT NULL, fills INTEGER NOT NULL,
                gain TEXT NOT NULL, volume TEXT NOT NULL, gain_squared TEXT NOT NULL, gain_by_volume TEXT NOT NULL,
                volume_squared TEXT NOT NULL, PRIMARY KEY (books, hour, part, side, regime, seconds)) WITHOUT ROWID""");

    private static final List<String> FILL_SUMS =
            List.of("volume_base", "volume_quote", "captured", "fees", "rebalanced", "rebalance_fees");
    private static final List<String> MARKOUT_SUMS =
            List.of("gain", "volume", "gain_squared", "gain_by_volume", "volume_squared");

    /**
     * Made of the sums of version 6, which told hour, part, side and regime apart at once; a sum that could not be read
     * there cannot be read here. What the holdings had gained stands beside what all was worth.
     */
    static final List<String> BY_HOUR_OR_PART = List.of(
            "ALTER TABLE hourly_equity ADD COLUMN inventory TEXT",
            "UPDATE hourly_equity SET inventory = (SELECT inventory FROM equity WHERE equity.books = hourly_equity.books"
                    + " AND equity.at = hourly_equity.at ORDER BY id DESC LIMIT 1)",
            "ALTER TABLE hourly_fills RENAME TO fills_told_apart",
            "ALTER TABLE hourly_markouts RENAME TO markouts_told_apart",
            table("hourly_fills", "hour INTEGER NOT NULL", "hour", FILL_SUMS),
            table("hourly_markouts", "hour INTEGER NOT NULL, seconds INTEGER NOT NULL", "hour, seconds", MARKOUT_SUMS),
            table(
                    "part_fills",
                    "part INTEGER NOT NULL, side TEXT NOT NULL, regime TEXT NOT NULL",
                    "part, side, regime",
                    FILL_SUMS),
            table(
                    "part_markouts",
                    "part INTEGER NOT NULL, side TEXT NOT NULL, regime TEXT NOT NULL, seconds INTEGER NOT NULL",
                    "part, side, regime, seconds",
                    MARKOUT_SUMS),
            addedUp("hourly_fills", "hour", "fills_told_apart", FILL_SUMS),
            addedUp("part_fills", "part, side, regime", "fills_told_apart", FILL_SUMS),
            addedUp("hourly_markouts", "hour, seconds", "markouts_told_apart", MARKOUT_SUMS),
            addedUp("part_markouts", "part, side, regime, seconds", "markouts_told_apart", MARKOUT_SUMS),
            "DROP TABLE fills_told_apart",
            "DROP TABLE markouts_told_apart");

    private static String table(String name, String columns, String keys, List<String> sums) {
        return "CREATE TABLE " + name + " (books INTEGER NOT NULL, " + columns + ", fills INTEGER NOT NULL, "
                + String.join(" TEXT NOT NULL, ", sums) + " TEXT NOT NULL, PRIMARY KEY (books, " + keys
                + ")) WITHOUT ROWID";
    }

    private static String addedUp(String name, String keys, String from, List<String> sums) {
        return "INSERT INTO " + name + " SELECT books, " + keys + ", sum(fills), "
                + sums.stream().map(HourlySums::addedUp).collect(Collectors.joining(", ")) + " FROM " + from
                + " GROUP BY books, " + keys;
    }

    private static String addedUp(String column) {
        var read =
                switch (column) {
                    case "fees" -> "CASE part WHEN -1 THEN '0' ELSE fees END";
                    case "rebalance_fees" -> "CASE part WHEN -1 THEN fees ELSE '0' END";
                    default -> column;
                };
        return "CASE WHEN max(" + read + " GLOB '*[^-0-9.]*') THEN 'odd' ELSE exact_sum(" + read + ") END";
    }

    private static final String FILLED = """
            INSERT INTO %s SELECT book, %s, count(*), exact_sum(quantity), exact_sum(worth),
                exact_sum(CASE WHEN part = -1 THEN '0' ELSE edge END),
                exact_sum(CASE WHEN part = -1 THEN '0' ELSE fee END),
                exact_sum(CASE WHEN part = -1 THEN exact_add(edge, exact_add(exact_times('-1', fee), held)) ELSE '0' END),
                exact_sum(CASE WHEN part = -1 THEN fee ELSE '0' END)
            FROM (SELECT fills.books AS book, fills.at / 3600000000 * 3600000000 AS hour,
                CASE WHEN role = 'REBALANCE' THEN -1 ELSE ifnull(layer, 0) END AS part, side,
                ifnull(regime, '') AS regime, quantity,
                exact_times(quantity, price) AS worth,
                exact_times(CASE side WHEN 'BID' THEN quantity ELSE exact_times('-1', quantity) END,
                    exact_add(mid, exact_times('-1', price))) AS edge,
                CASE fee_asset WHEN base THEN exact_times(fee, price) WHEN quote THEN fee ELSE '0' END AS fee,
                CASE fee_asset WHEN base THEN exact_times(fee, exact_add(price, exact_times('-1', mid)))
                    ELSE '0' END AS held
                FROM fills JOIN books ON books.id = fills.books WHERE role <> 'EXTERNAL' AND %s)
            GROUP BY 1, 2 ON CONFLICT DO UPDATE SET fills = fills + excluded.fills,
                volume_base = exact_add(volume_base, excluded.volume_base),
                volume_quote = exact_add(volume_quote, excluded.volume_quote),
                captured = exact_add(captured, excluded.captured), fees = exact_add(fees, excluded.fees),
                rebalanced = exact_add(rebalanced, excluded.rebalanced),
                rebalance_fees = exact_add(rebalance_fees, excluded.rebalance_fees)""";

    private static final String TAKEN_APART = """
            INSERT INTO hourly_apart SELECT fills.books, fills.at / 3600000000 * 3600000000, fee_asset, exact_sum(fee)
            FROM fills JOIN books ON books.id = fills.books
            WHERE role <> 'EXTERNAL' AND fee_asset NOT IN (base, quote) AND %s GROUP BY 1, 2, 3
            ON CONFLICT DO UPDATE SET amount = exact_add(amount, excluded.amount)""";

    private static final String MARKED_OUT = """
            INSERT INTO %1$s SELECT book, %2$s, %3$d, count(*), exact_sum(gain), exact_sum(worth),
                exact_sum(exact_times(gain, gain)), exact_sum(exact_times(gain, worth)),
                exact_sum(exact_times(worth, worth))
            FROM (SELECT fills.books AS book, fills.at / 3600000000 * 3600000000 AS hour,
                CASE WHEN role = 'REBALANCE' THEN -1 ELSE ifnull(layer, 0) END AS part, side,
                ifnull(regime, '') AS regime,
                exact_times(CASE side WHEN 'BID' THEN quantity ELSE exact_times('-1', quantity) END,
                    exact_add(mid_%3$ds, exact_times('-1', price))) AS gain,
                exact_times(quantity, price) AS worth
                FROM markouts JOIN fills ON fills.books = markouts.books AND fills.order_id = markouts.order_id
                    AND fills.trade_id = markouts.trade_id
                WHERE mid_%3$ds IS NOT NULL AND %4$s)
            GROUP BY 1, 2
            ON CONFLICT DO UPDATE SET fills = fills + excluded.fills, gain = exact_add(gain, excluded.gain),
                volume = exact_add(volume, excluded.volume),
                gain_squared = exact_add(gain_squared, excluded.gain_squared),
                gain_by_volume = exact_add(gain_by_volume, excluded.gain_by_volume),
                volume_squared = exact_add(volume_squared, excluded.volume_squared)""";

    private static final String CONVERTED = """
            INSERT INTO hourly_income SELECT books, at / 3600000000 * 3600000000,
                exact_sum(exact_times(amount, price)), '0'
            FROM conversions WHERE %s GROUP BY 1, 2
            ON CONFLICT DO UPDATE SET converted = exact_add(converted, excluded.converted)""";

    private static final String NO_LONGER_APART = """
            INSERT INTO hourly_apart SELECT books, at / 3600000000 * 3600000000, asset,
                exact_times('-1', exact_sum(amount))
            FROM conversions WHERE %s GROUP BY 1, 2, 3
            ON CONFLICT DO UPDATE SET amount = exact_add(amount, excluded.amount)""";

    private static final String PAID = """
            INSERT INTO hourly_income SELECT books, at / 3600000000 * 3600000000, '0',
                exact_sum(exact_add(quote, exact_times(base, mid)))
            FROM interest WHERE %s GROUP BY 1, 2
            ON CONFLICT DO UPDATE SET interest = exact_add(interest, excluded.interest)""";

    private static final String VALUED = """
            INSERT OR REPLACE INTO hourly_equity SELECT books, at / 3600000000 * 3600000000, at, equity, pnl, inventory
            FROM equity WHERE %s""";

    private static final String QUOTED = """
            INSERT INTO hourly_uptime SELECT books, minute / 3600000000 * 3600000000, sum(ran), sum(bids_allowed),
                sum(bids_quoted), sum(asks_allowed), sum(asks_quoted)
            FROM uptime WHERE true GROUP BY 1, 2""";

    private static final String THIS_FILL = "fills.books = ? AND fills.order_id = ? AND fills.trade_id = ?";
    private static final String THIS_LINE = "books = ? AND line = ?";

    private static final String ALL_ROWS = "true";

    /** What sums up all that is written already, after {@link FillSums} has. */
    static List<String> ofAllThere() {
        var statements = new ArrayList<String>();
        statements.add(CONVERTED.formatted(ALL_ROWS));
        statements.add(NO_LONGER_APART.formatted(ALL_ROWS));
        statements.add(PAID.formatted(ALL_ROWS));
        statements.add(VALUED.formatted("id IN (SELECT max(id) FROM equity GROUP BY books, at / 3600000000)"));
        statements.add(QUOTED);
        return statements;
    }

    /** As {@link #ofAllThere}, where all but the sums of fills is there already. */
    static List<String> ofFillsThere() {
        return List.of(NO_LONGER_APART.formatted(ALL_ROWS));
    }

    private final Database database;

    HourlySums(Database database) {
        this.database = database;
    }

    /** Makes the sums anew when any of them cannot be read. Not in a transaction. */
    void mend() throws SQLException {
        try {
            ResultsReader.requireReadable(database);
        } catch (UnsoundFileException unreadable) {
            Logger.warn("results are summed up anew: {}", unreadable.said());
            database.atOnce(this::makeAnew);
        }
    }

    /** In a transaction of the caller's. */
    void makeAnew() throws SQLException {
        for (var table : NAMES) {
            database.write("DELETE FROM " + table);
        }
        database.sumUpFills();
        for (var sql : ofAllThere()) {
            database.write(sql);
        }
    }

    void filled(long books, String orderId, long tradeId) throws SQLException {
        database.write(FILLED.formatted("hourly_fills", "hour", THIS_FILL), books, orderId, tradeId);
        database.write(FILLED.formatted("part_fills", "part, side, regime", THIS_FILL), books, orderId, tradeId);
        database.write(TAKEN_APART.formatted(THIS_FILL), books, orderId, tradeId);
    }

    void markedOut(long books, Entry.MarkedOut entry) throws SQLException {
        for (var seconds : entry.mids().keySet()) {
            var byHour = MARKED_OUT.formatted("hourly_markouts", "hour", seconds, THIS_FILL);
            var byPart = MARKED_OUT.formatted("part_markouts", "part, side, regime", seconds, THIS_FILL);
            database.write(byHour, books, entry.orderId(), entry.tradeId());
            database.write(byPart, books, entry.orderId(), entry.tradeId());
        }
    }

    void converted(long books, long line) throws SQLException {
        database.write(CONVERTED.formatted(THIS_LINE), books, line);
        database.write(NO_LONGER_APART.formatted(THIS_LINE), books, line);
    }

    void paid(long books, long line) throws SQLException {
        database.write(PAID.formatted(THIS_LINE), books, line);
    }

    void valued() throws SQLException {
        database.write(VALUED.formatted("id = last_insert_rowid()"));
    }

    void quoted(long books, Entry.MinuteQuoted entry) throws SQLException {
        database.write(
                "INSERT INTO hourly_uptime VALUES (?, ? / 3600000000 * 3600000000, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET ran = ran + excluded.ran,"
                        + " bids_allowed = bids_allowed + excluded.bids_allowed,"
                        + " bids_quoted = bids_quoted + excluded.bids_quoted,"
                        + " asks_allowed = asks_allowed + excluded.asks_allowed,"
                        + " asks_quoted = asks_quoted + excluded.asks_quoted",
                books,
                entry.at(),
                entry.ran().toMillis(),
                entry.bids().allowed().toMillis(),
                entry.bids().quoted().toMillis(),
                entry.asks().allowed().toMillis(),
                entry.asks().quoted().toMillis());
    }
}
