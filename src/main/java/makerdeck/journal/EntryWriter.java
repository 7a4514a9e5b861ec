package makerdeck.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts entries into their tables. Journal thread only, once it runs. */
final class EntryWriter implements Entry.Listener<SQLException> {

    /** Finished orders are of interest for a while only; fills stay. */
    private static final Duration ORDERS_KEPT = Duration.ofDays(30);

    private final Database database;
    private final Owner owner;
    private final Instant beganAt;
    private long session;
    private long books;
    private long line;

    /** @param books the books that go on, 0 when there are none */
    EntryWriter(Database database, Owner owner, Instant beganAt, long books) throws SQLException {
        this.database = database;
        this.owner = owner;
        this.beganAt = beganAt;
        this.books = books;
        line = Math.max(
                database.number(0, "SELECT max(line) FROM interest"),
                Math.max(
                        database.number(0, "SELECT max(line) FROM fills"),
                        database.number(0, "SELECT max(line) FROM transfers")));
    }

    /** An entry that can never be written, whatever the state of disk and file, and why. */
    record Misfit(Entry entry, Exception why) {}

    /** All of them but those that never fit, or none; tells which did not fit. */
    List<Misfit> write(List<Entry> entries) throws SQLException {
        var booksBefore = books;
        var sessionBefore = session;
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

    private void begin() throws SQLException {
        if (session != 0) {
            return;
        }
        database.write("DELETE FROM orders WHERE open = 0 AND at < ?", beganAt.minus(ORDERS_KEPT));
        database.write(
                "INSERT INTO sessions (account, symbol, venue, mode, process, began_at) VALUES (?, ?, ?, ?, ?, ?)",
                owner.account(),
                owner.symbol(),
                owner.venue(),
                owner.mode(),
                owner.process(),
                beganAt);
        session = database.number(0, "SELECT last_insert_rowid()");
    }

    @Override
    public void on(Entry.BooksOpened entry) throws SQLException {
        database.write(
                "INSERT INTO books (account, symbol, venue, mode, base, quote, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                owner.account(),
                owner.symbol(),
                owner.venue(),
                owner.mode(),
                entry.base(),
                entry.quote(),
                entry.at());
        books = database.number(0, "SELECT last_insert_rowid()");
    }

    @Override
    public void on(Entry.BooksValued entry) throws SQLException {
        database.write(
                "INSERT INTO equity (books, at, mid, equity, pnl) VALUES (?, ?, ?, ?, ?)",
                books,
                entry.at(),
                entry.mid(),
                entry.equity(),
                entry.pnl());
    }

    @Override
    public void on(Entry.BooksKept entry) throws SQLException {
        database.write(
                "UPDATE books SET kept_at = ?, known_until = ?, line = ?, sums = ? WHERE id = ?",
                entry.at(),
                entry.knownUntil(),
                line,
                Sums.text(entry.sums()),
                books);
    }

    @Override
    public void on(Entry.FillBooked entry) throws SQLException {
        database.write(
                "INSERT INTO fills (line, books, at, order_id, trade_id, client_id, role, side, price, quantity, fee,"
                        + " fee_asset, maker, mid) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                entry.mid());
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
                entry.reason());
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
