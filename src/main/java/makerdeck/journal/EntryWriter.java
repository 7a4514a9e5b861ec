package makerdeck.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts entries into their tables. Journal thread only, once it runs. */
final class EntryWriter implements Entry.Listener<SQLException> {

    private final Database database;
    private final JournalOwner owner;
    private final Instant beganAt;
    private final Upkeep upkeep;
    private final HourlySums sums;
    private long session;
    private long books;
    private long line;
    /** Changes of lots that were left out with books that did not fit: the next ones bring them. */
    private Entry.Lots unwritten = Entry.Lots.NONE;

    /** @param books the books that go on, 0 when there are none */
    EntryWriter(Database database, JournalOwner owner, Instant beganAt, long books) throws SQLException {
        this.database = database;
        this.owner = owner;
        this.beganAt = beganAt;
        this.books = books;
        upkeep = new Upkeep(database);
        sums = new HourlySums(database);
        for (var booked : List.of("fills", "transfers", "interest", "conversions")) {
            line = Math.max(line, database.number(0, "SELECT max(line) FROM " + booked));
        }
    }

    /** An entry that can never be written, whatever the state of disk and file, and why. */
    record Misfit(Entry entry, Exception why) {}

    /** All of them but those that never fit, or none; tells which did not fit. */
    List<Misfit> write(List<Entry> entries) throws SQLException {
        var booksBefore = books;
        var sessionBefore = session;
        var unwrittenBefore = unwritten;
        var misfits = new ArrayList<Misfit>();
        try {
            database.atOnce(() -> {
                begin();
                for (var entry : entries) {
                    write(entry, misfits);
                }
            });
            return misfits;
        } catch (SQLException | RuntimeException failed) {
            books = booksBefore;
            session = sessionBefore;
            unwritten = unwrittenBefore;
            throw failed;
        }
    }

    /** A statement that breaks a rule of its table is undone alone, and the others stand. */
    private void write(Entry entry, List<Misfit> misfits) throws SQLException {
        try {
            entry.deliverTo(this);
        } catch (SQLException failed) {
            if (!Database.isMisfit(failed)) {
                throw failed;
            }
            misfits.add(new Misfit(entry, failed));
        } catch (RuntimeException unwritable) {
            misfits.add(new Misfit(entry, unwritable));
        }
    }

    /** What was written stands, and sums that cannot be gone on with are made anew from it. */
    private void sum(Database.Work summing) throws SQLException {
        try {
            summing.run();
        } catch (SQLException failed) {
            if (!Database.isMisfit(failed)) {
                throw failed;
            }
            sums.makeAnew();
        }
    }

    private void begin() throws SQLException {
        if (session != 0) {
            return;
        }
        database.write(
                "INSERT INTO sessions (account, symbol, venue, mode, process, began_at) VALUES (?, ?, ?, ?, ?, ?)",
                owner.account(),
                owner.symbol(),
                owner.venue(),
                owner.mode(),
                owner.process(),
                beganAt);
        session = database.number(0, "SELECT last_insert_rowid()");
        upkeep.look(beganAt);
    }

    @Override
    public void on(Entry.BooksOpened entry) throws SQLException {
        database.write(
                "INSERT INTO books (account, symbol, venue, mode, base, quote, opened_at, opening_base, opening_quote,"
                        + " opening_mid) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                owner.account(),
                owner.symbol(),
                owner.venue(),
                owner.mode(),
                entry.base(),
                entry.quote(),
                entry.at(),
                entry.opening().base(),
                entry.opening().quote(),
                entry.opening().mid());
        books = database.number(0, "SELECT last_insert_rowid()");
        unwritten = Entry.Lots.NONE;
    }

    @Override
    public void on(Entry.BooksValued entry) throws SQLException {
        var holding = entry.holding();
        var parts = entry.parts();
        database.write(
                "INSERT INTO equity (books, at, mid, equity, pnl, base, quote, captured, inventory, fees,"
                        + " fees_converted, rebalance, interest, transfers)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                books,
                entry.at(),
                holding.mid(),
                entry.equity(),
                entry.pnl(),
                holding.base(),
                holding.quote(),
                parts.captured(),
                parts.inventory(),
                parts.fees(),
                parts.feesConverted(),
                parts.rebalance(),
                parts.interest(),
                parts.transfers());
        sum(() -> sums.valued());
        upkeep.look(entry.at());
    }

    @Override
    public void on(Entry.BooksKept entry) throws SQLException {
        var lots = entry.lots().after(unwritten);
        unwritten = lots;
        database.together(() -> {
            int written = database.write(
                    "UPDATE books SET kept_at = ?, known_until = ?, line = ?, sums = ? WHERE id = ?",
                    entry.at(),
                    entry.knownUntil(),
                    line,
                    LedgerSums.text(entry.sums()),
                    books);
            if (written > 0) {
                LedgerSums.write(database, books, lots);
            }
        });
        unwritten = Entry.Lots.NONE;
    }

    @Override
    public void on(Entry.FillBooked entry) throws SQLException {
        database.write(
                "INSERT INTO fills (line, books, at, order_id, trade_id, client_id, role, side, price, quantity, fee,"
                        + " fee_asset, maker, mid, layer, regime) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ++line,
                books,
                entry.at(),
                entry.orderId(),
                entry.tradeId(),
                entry.clientId(),
                entry.role(),
                entry.side().name(),
                entry.price(),
                entry.quantity(),
                entry.fee(),
                entry.feeAsset(),
                entry.maker() ? 1 : 0,
                entry.mid(),
                entry.layer(),
                entry.regime());
        sum(() -> sums.filled(books, entry.orderId(), entry.tradeId()));
    }

    @Override
    public void on(Entry.Transferred entry) throws SQLException {
        database.write(
                "INSERT INTO transfers (line, books, at, base, quote, mid) VALUES (?, ?, ?, ?, ?, ?)",
                ++line,
                books,
                entry.at(),
                entry.base(),
                entry.quote(),
                entry.mid());
    }

    @Override
    public void on(Entry.InterestBooked entry) throws SQLException {
        database.write(
                "INSERT INTO interest (line, books, at, payment, base, quote, mid) VALUES (?, ?, ?, ?, ?, ?, ?)",
                ++line,
                books,
                entry.at(),
                entry.key(),
                entry.base(),
                entry.quote(),
                entry.mid());
        sum(() -> sums.paid(books, line));
    }

    @Override
    public void on(Entry.FeesConverted entry) throws SQLException {
        database.write(
                "INSERT INTO conversions (line, books, at, asset, amount, price) VALUES (?, ?, ?, ?, ?, ?)",
                ++line,
                books,
                entry.at(),
                entry.asset(),
                entry.amount(),
                entry.price());
        sum(() -> sums.converted(books, line));
    }

    @Override
    public void on(Entry.MarkedOut entry) throws SQLException {
        var values = new ArrayList<@Nullable Object>(List.of(books, entry.orderId(), entry.tradeId()));
        Entry.MarkedOut.SECONDS.forEach(seconds -> values.add(entry.mids().get(seconds)));
        database.write("INSERT INTO markouts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values.toArray());
        sum(() -> sums.markedOut(books, entry));
    }

    @Override
    public void on(Entry.MinuteQuoted entry) throws SQLException {
        database.write(
                "INSERT INTO uptime (books, minute, ran, bids_allowed, bids_quoted, asks_allowed, asks_quoted)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET ran = ran + excluded.ran,"
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
        sum(() -> sums.quoted(books, entry));
    }

    @Override
    public void on(Entry.MinuteRested entry) throws SQLException {
        ProgrammeMinutes.write(database, books, entry);
    }

    @Override
    public void on(Entry.OrderMoved entry) throws SQLException {
        database.write(
                "INSERT OR REPLACE INTO orders (books, client_id, at, order_id, side, price, quantity, state, open)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                books,
                entry.clientId(),
                entry.at(),
                entry.orderId(),
                entry.side().name(),
                entry.price(),
                entry.quantity(),
                entry.state(),
                entry.open() ? 1 : 0);
        database.write(
                "INSERT INTO order_history (books, client_id, at, state, executed, reason) VALUES (?, ?, ?, ?, ?, ?)",
                books,
                entry.clientId(),
                entry.at(),
                entry.state(),
                entry.executed(),
                MessageColumn.of(entry.reason()));
        upkeep.orderMoved();
    }

    @Override
    public void on(Entry.ParameterChanged entry) throws SQLException {
        database.write(
                "INSERT INTO parameters (session, at, name, before, after, source) VALUES (?, ?, ?, ?, ?, ?)",
                session,
                entry.at(),
                entry.key(),
                entry.before(),
                entry.after(),
                entry.source());
    }

    @Override
    public void on(Entry.StateChanged entry) throws SQLException {
        database.write(
                "INSERT INTO states (session, at, state, reason) VALUES (?, ?, ?, ?)",
                session,
                entry.at(),
                entry.state(),
                MessageColumn.of(entry.reason()));
    }

    @Override
    public void on(Entry.SessionEnded entry) throws SQLException {
        database.write(
                "UPDATE sessions SET ended_at = ?, in_order = ? WHERE id = ?",
                entry.at(),
                entry.inOrder() ? 1 : 0,
                session);
    }
}
