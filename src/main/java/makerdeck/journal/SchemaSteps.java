package makerdeck.journal;

import java.util.List;

/**
 * The tables, as the steps that made them. Times are microseconds since 1970 UTC, lengths milliseconds, decimals exact
 * text. A step that has been delivered is never changed: what is new is a new step at the end.
 *
 * <p>{@code line} counts all bookings up, so that fills, transfers, interest and conversions can be read in the order
 * in which they were booked; the books' own {@code line} is the last one that their {@code sums} contain.
 */
final class SchemaSteps {

    private static final List<String> BOOKKEEPING = List.of(
            """
            CREATE TABLE books (id INTEGER PRIMARY KEY, account TEXT NOT NULL, symbol TEXT NOT NULL, venue TEXT NOT NULL,
                mode TEXT NOT NULL, base TEXT NOT NULL, quote TEXT NOT NULL, opened_at INTEGER NOT NULL,
                kept_at INTEGER, known_until INTEGER, line INTEGER, sums TEXT)""",
            """
            CREATE TABLE sessions (id INTEGER PRIMARY KEY, account TEXT NOT NULL, symbol TEXT NOT NULL,
                venue TEXT NOT NULL, mode TEXT NOT NULL, process INTEGER NOT NULL, began_at INTEGER NOT NULL,
                ended_at INTEGER, in_order INTEGER)""",
            """
            CREATE TABLE fills (line INTEGER NOT NULL, books INTEGER NOT NULL, at INTEGER NOT NULL,
                order_id TEXT NOT NULL, trade_id INTEGER NOT NULL, client_id INTEGER, role TEXT NOT NULL,
                side TEXT NOT NULL, price TEXT NOT NULL, quantity TEXT NOT NULL, fee TEXT NOT NULL,
                fee_asset TEXT NOT NULL, maker INTEGER NOT NULL, mid TEXT NOT NULL,
                PRIMARY KEY (books, order_id, trade_id))""",
            "CREATE INDEX fills_by_line ON fills (books, line)",
            "CREATE INDEX fills_by_time ON fills (books, at)",
            """
            CREATE TABLE transfers (line INTEGER NOT NULL, books INTEGER NOT NULL, at INTEGER NOT NULL,
                base TEXT NOT NULL, quote TEXT NOT NULL, mid TEXT NOT NULL, PRIMARY KEY (books, line))""",
            """
            CREATE TABLE equity (id INTEGER PRIMARY KEY, books INTEGER NOT NULL, at INTEGER NOT NULL, mid TEXT NOT NULL,
                equity TEXT NOT NULL, pnl TEXT NOT NULL)""",
            "CREATE INDEX equity_by_time ON equity (books, at)",
            """
            CREATE TABLE orders (books INTEGER NOT NULL, client_id INTEGER NOT NULL, at INTEGER NOT NULL,
                order_id TEXT NOT NULL, side TEXT NOT NULL, price TEXT NOT NULL, quantity TEXT NOT NULL,
                state TEXT NOT NULL, open INTEGER NOT NULL, PRIMARY KEY (books, client_id)) WITHOUT ROWID""",
            """
            CREATE TABLE parameters (session INTEGER NOT NULL, at INTEGER NOT NULL, name TEXT NOT NULL,
                before TEXT NOT NULL, after TEXT NOT NULL, source TEXT NOT NULL)""",
            """
            CREATE TABLE states (session INTEGER NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL,
                reason TEXT NOT NULL)""");

    /** An older program knew of no interest, and there was none. */
    private static final List<String> INTEREST =
            List.of("""
            CREATE TABLE interest (line INTEGER NOT NULL, books INTEGER NOT NULL, at INTEGER NOT NULL,
                payment TEXT NOT NULL, base TEXT NOT NULL, quote TEXT NOT NULL, mid TEXT NOT NULL,
                PRIMARY KEY (books, payment))""", "UPDATE books SET sums = sums || char(10) || 'interest=0' WHERE sums IS NOT NULL");

    /**
     * What results are told from: the market after each fill, how long each side was quoted in each minute, what became
     * of each order, and the parts of each valuation. What an older program did not write down stays unknown (NULL).
     */
    private static final List<String> RESULTS = List.of(
            "ALTER TABLE books ADD COLUMN opening_base TEXT",
            "ALTER TABLE books ADD COLUMN opening_quote TEXT",
            "ALTER TABLE books ADD COLUMN opening_mid TEXT",
            "ALTER TABLE fills ADD COLUMN layer INTEGER",
            "ALTER TABLE equity ADD COLUMN base TEXT",
            "ALTER TABLE equity ADD COLUMN quote TEXT",
            "ALTER TABLE equity ADD COLUMN captured TEXT",
            "ALTER TABLE equity ADD COLUMN inventory TEXT",
            "ALTER TABLE equity ADD COLUMN fees TEXT",
            "ALTER TABLE equity ADD COLUMN fees_converted TEXT",
            "ALTER TABLE equity ADD COLUMN rebalance TEXT",
            "ALTER TABLE equity ADD COLUMN interest TEXT",
            "ALTER TABLE equity ADD COLUMN transfers TEXT",
            """
            CREATE TABLE markouts (books INTEGER NOT NULL, order_id TEXT NOT NULL, trade_id INTEGER NOT NULL,
                mid_1s TEXT, mid_5s TEXT, mid_10s TEXT, mid_30s TEXT, mid_60s TEXT, mid_300s TEXT,
                PRIMARY KEY (books, order_id, trade_id)) WITHOUT ROWID""",
            """
            CREATE TABLE uptime (books INTEGER NOT NULL, minute INTEGER NOT NULL, ran INTEGER NOT NULL,
                bids_allowed INTEGER NOT NULL, bids_quoted INTEGER NOT NULL, asks_allowed INTEGER NOT NULL,
                asks_quoted INTEGER NOT NULL, PRIMARY KEY (books, minute)) WITHOUT ROWID""",
            """
            CREATE TABLE order_history (id INTEGER PRIMARY KEY, books INTEGER NOT NULL, client_id INTEGER NOT NULL,
                at INTEGER NOT NULL, state TEXT NOT NULL, executed TEXT NOT NULL, reason TEXT NOT NULL)""",
            "CREATE INDEX order_history_by_order ON order_history (books, client_id)",
            """
            CREATE TABLE conversions (line INTEGER NOT NULL, books INTEGER NOT NULL, at INTEGER NOT NULL,
                asset TEXT NOT NULL, amount TEXT NOT NULL, price TEXT NOT NULL, PRIMARY KEY (books, line))""",
            "UPDATE books SET sums = sums || char(10) || 'converted=0' WHERE sums IS NOT NULL");

    /** What came by transfer is counted from here on: only differences of it are ever told. */
    private static final List<String> TRANSFERRED =
            List.of("UPDATE books SET sums = sums || char(10) || 'transferred=0' || char(10) || 'transferred-value=0'"
                    + " WHERE sums IS NOT NULL");

    /** Sums by the hour of all that results are told from. */
    private static final List<String> HOURLY = HourlySums.TABLES;

    /** Fills know how lively the market was, and their sums are told apart by side and by that. */
    private static final List<String> SIDES = HourlySums.BY_SIDE;

    /** Sums of fills are told apart by the hour, or by part, side and regime, no longer by all of it at once. */
    private static final List<String> HOUR_OR_PART = HourlySums.BY_HOUR_OR_PART;

    /** What a market-maker programme counts, by the minute and the bands. */
    private static final List<String> PROGRAMME = ProgrammeMinutes.TABLES;

    /** Lots are written as they change, each a row; {@link LedgerSums#moveLots} takes those of before from the sums. */
    private static final List<String> LOTS = List.of("""
            CREATE TABLE lots (books INTEGER NOT NULL, number INTEGER NOT NULL, quantity TEXT NOT NULL,
                cost TEXT NOT NULL, PRIMARY KEY (books, number)) WITHOUT ROWID""");

    /** The first makes the tables of version 1 in an empty file, each other one brings a file to the next version. */
    static final List<List<String>> ALL =
            List.of(BOOKKEEPING, INTEREST, RESULTS, TRANSFERRED, HOURLY, SIDES, HOUR_OR_PART, PROGRAMME, LOTS);

    private SchemaSteps() {}
}
