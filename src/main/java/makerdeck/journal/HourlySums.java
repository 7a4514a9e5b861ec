package makerdeck.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tinylog.Logger;

/**
 * What is written is summed up by the hour as well, so that results need not read every fill again. The sums of what
 * an older program wrote are made by the same statements.
 *
 * <p>Sums of fills are told apart by hour, part, side and regime (empty where nobody knows it). A part is a layer, from 1; 0 a quote whose layer nobody knows; {@link #REBALANCE} a rebalance. After a while the
 * hours of a day, by the UTC calendar, become one.
 */
final class HourlySums {

    /** Of fills that brought the base asset back to its target. */
    static final int REBALANCE = -1;

    static final Duration HOURS_KEPT = Duration.ofDays(35);

    private static final long HOUR = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(1, ChronoUnit.HOURS));
    private static final long DAY = 24 * HOUR;

    private static final List<String> NAMES = List.of(
            "hourly_fills", "hourly_markouts", "hourly_apart", "hourly_income", "hourly_equity", "hourly_uptime");

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

    private static final String FILLED = """
            INSERT INTO hourly_fills SELECT book, hour, part, side, regime, count(*), exact_sum(quantity), exact_sum(worth),
                exact_sum(CASE WHEN part = -1 THEN '0' ELSE edge END), exact_sum(fee),
                exact_sum(CASE WHEN part = -1 THEN exact_add(edge, exact_add(exact_times('-1', fee), held)) ELSE '0' END)
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
            GROUP BY book, hour, part, side, regime ON CONFLICT DO UPDATE SET fills = fills + excluded.fills,
                volume_base = exact_add(volume_base, excluded.volume_base),
                volume_quote = exact_add(volume_quote, excluded.volume_quote),
                captured = exact_add(captured, excluded.captured), fees = exact_add(fees, excluded.fees),
                rebalanced = exact_add(rebalanced, excluded.rebalanced)""";

    private static final String TAKEN_APART = """
            INSERT INTO hourly_apart SELECT fills.books, fills.at / 3600000000 * 3600000000, fee_asset, exact_sum(fee)
            FROM fills JOIN books ON books.id = fills.books
            WHERE role <> 'EXTERNAL' AND fee_asset NOT IN (base, quote) AND %s GROUP BY 1, 2, 3
            ON CONFLICT DO UPDATE SET amount = exact_add(amount, excluded.amount)""";

    private static final String MARKED_OUT = """
            INSERT INTO hourly_markouts SELECT book, hour, part, side, regime, %1$d, count(*), exact_sum(gain),
                exact_sum(worth), exact_sum(exact_times(gain, gain)), exact_sum(exact_times(gain, worth)),
                exact_sum(exact_times(worth, worth))
            FROM (SELECT fills.books AS book, fills.at / 3600000000 * 3600000000 AS hour,
                CASE WHEN role = 'REBALANCE' THEN -1 ELSE ifnull(layer, 0) END AS part, side,
                ifnull(regime, '') AS regime,
                exact_times(CASE side WHEN 'BID' THEN quantity ELSE exact_times('-1', quantity) END,
                    exact_add(mid_%1$ds, exact_times('-1', price))) AS gain,
                exact_times(quantity, price) AS worth
                FROM markouts JOIN fills ON fills.books = markouts.books AND fills.order_id = markouts.order_id
                    AND fills.trade_id = markouts.trade_id
                WHERE mid_%1$ds IS NOT NULL AND %2$s)
            GROUP BY book, hour, part, side, regime
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
            INSERT OR REPLACE INTO hourly_equity SELECT books, at / 3600000000 * 3600000000, at, equity, pnl
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
        database.write(FILLED.formatted(THIS_FILL), books, orderId, tradeId);
        database.write(TAKEN_APART.formatted(THIS_FILL), books, orderId, tradeId);
    }

    void markedOut(long books, Entry.MarkedOut entry) throws SQLException {
        for (var seconds : entry.mids().keySet()) {
            database.write(MARKED_OUT.formatted(seconds, THIS_FILL), books, entry.orderId(), entry.tradeId());
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

    /** Columns by which sums are told apart besides books and hour, and those that are added up and how. */
    private record Table(String name, List<String> keys, Map<String, String> sums) {

        /** The hours of each day before a time become the first of it. */
        List<String> merged() {
            var keysToo = keys.isEmpty() ? "" : ", " + String.join(", ", keys);
            var columns = List.copyOf(sums.keySet());
            var added = columns.stream()
                    .map(column -> sums.get(column) + "(" + column + ")")
                    .collect(Collectors.joining(", "));
            var set = columns.stream()
                    .map(column -> column + " = excluded." + column)
                    .collect(Collectors.joining(", "));
            return List.of(
                    "INSERT INTO " + name + " (books, hour" + keysToo + ", " + String.join(", ", columns) + ")"
                            + " SELECT books, hour / " + DAY + " * " + DAY + keysToo + ", " + added + " FROM " + name
                            + " WHERE hour < ? GROUP BY books, hour / " + DAY + keysToo
                            + " ON CONFLICT DO UPDATE SET " + set,
                    "DELETE FROM " + name + " WHERE hour < ? AND hour % " + DAY + " <> 0");
        }
    }

    private static final List<Table> MERGED = List.of(
            new Table(
                    "hourly_fills",
                    List.of("part", "side", "regime"),
                    Map.of(
                            "fills", "sum",
                            "volume_base", "exact_sum",
                            "volume_quote", "exact_sum",
                            "captured", "exact_sum",
                            "fees", "exact_sum",
                            "rebalanced", "exact_sum")),
            new Table(
                    "hourly_markouts",
                    List.of("part", "side", "regime", "seconds"),
                    Map.of(
                            "fills", "sum",
                            "gain", "exact_sum",
                            "volume", "exact_sum",
                            "gain_squared", "exact_sum",
                            "gain_by_volume", "exact_sum",
                            "volume_squared", "exact_sum")),
            new Table("hourly_apart", List.of("asset"), Map.of("amount", "exact_sum")),
            new Table("hourly_income", List.of(), Map.of("converted", "exact_sum", "interest", "exact_sum")),
            new Table(
                    "hourly_uptime",
                    List.of(),
                    Map.of(
                            "ran", "sum",
                            "bids_allowed", "sum",
                            "bids_quoted", "sum",
                            "asks_allowed", "sum",
                            "asks_quoted", "sum")));

    /** Hours of long ago become days. */
    void merge(Instant now) throws SQLException {
        var before = Database.micros(now.minus(HOURS_KEPT)
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant());
        for (var table : MERGED) {
            for (var sql : table.merged()) {
                database.write(sql, before);
            }
        }
        // The last valuation of a day is that of the day.
        database.write(
                "INSERT OR REPLACE INTO hourly_equity SELECT books, hour / " + DAY + " * " + DAY
                        + ", max(at), equity, pnl" + " FROM hourly_equity WHERE hour < ? GROUP BY books, hour / " + DAY,
                before);
        database.write("DELETE FROM hourly_equity WHERE hour < ? AND hour % " + DAY + " <> 0", before);
    }
}
