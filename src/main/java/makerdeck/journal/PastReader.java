package makerdeck.journal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;

/** Reads what the last lives of a desk left to be drawn: valuations and fills, bounded, while the desk goes on. */
public final class PastReader {

    /** Of a busy week the last; more than any screen has columns for. */
    private static final int FILLS_AT_MOST = 20_000;

    private static final String BOOKS =
            "books IN (SELECT id FROM books WHERE account = ? AND symbol = ? AND venue = ? AND mode = ?)";

    private PastReader() {}

    /** Both oldest first. Immutable. */
    public record Past(List<Valuation> valuations, List<Trade> trades) {}

    /** What was held, and at which mid. */
    public record Valuation(Instant at, BigDecimal mid, BigDecimal equity, BigDecimal base) {}

    /** A fill of ours. */
    public record Trade(Instant at, Side side, BigDecimal price) {}

    /** What there is since {@code from}. Blocks; throws {@link IOException} with one line when it cannot be read. */
    public static Past read(Path file, JournalOwner owner, Instant from) throws IOException {
        try (var database = Database.openReadOnly(file)) {
            return new Past(valuations(database, owner, from), trades(database, owner, from));
        } catch (SQLException unreadable) {
            throw new UnavailableException(
                    Message.of("journal.unreadable", file, Message.about(unreadable)), unreadable);
        }
    }

    private static List<Valuation> valuations(Database database, JournalOwner owner, Instant from) throws SQLException {
        var found = new ArrayList<Valuation>();
        // What an older program wrote does not say what was held.
        try (var row = database.read(
                "SELECT at, mid, equity, base FROM equity WHERE " + BOOKS
                        + " AND at >= ? AND base IS NOT NULL ORDER BY at",
                owner.account(),
                owner.symbol(),
                owner.venue(),
                owner.mode(),
                from)) {
            while (row.next()) {
                found.add(new Valuation(
                        Cells.instant(row, "at"),
                        Cells.decimal(row, "mid"),
                        Cells.decimal(row, "equity"),
                        Cells.decimal(row, "base")));
            }
        }
        return found;
    }

    private static List<Trade> trades(Database database, JournalOwner owner, Instant from) throws SQLException {
        var found = new ArrayList<Trade>();
        try (var row = database.read(
                "SELECT at, side, price FROM (SELECT at, side, price FROM fills WHERE " + BOOKS
                        + " AND at >= ? AND role <> ? ORDER BY at DESC LIMIT " + FILLS_AT_MOST + ") ORDER BY at",
                owner.account(),
                owner.symbol(),
                owner.venue(),
                owner.mode(),
                from,
                Entry.FillBooked.EXTERNAL)) {
            while (row.next()) {
                var side = Cells.text(row, "side").equals(Side.BID.name()) ? Side.BID : Side.ASK;
                found.add(new Trade(Cells.instant(row, "at"), side, Cells.decimal(row, "price")));
            }
        }
        return found;
    }
}
