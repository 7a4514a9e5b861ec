package makerdeck.journal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The books' own figures in the file: named sums as text, one {@code name=value} a line, and the lots, each a row. An
 * older program wrote the lots among the sums, all of them each minute.
 */
final class LedgerSums {

    private static final String COUNT = "fifo lots";
    private static final String QUANTITY = "fifo quantity ";
    private static final String COST = "fifo cost ";

    private LedgerSums() {}

    static String text(Map<String, BigDecimal> sums) {
        return new TreeMap<>(sums)
                .entrySet().stream()
                        .map(sum -> sum.getKey() + "=" + sum.getValue().toPlainString())
                        .collect(Collectors.joining("\n"));
    }

    /** Throws {@link SQLException} for a line that is none, a value that is no number, and a name that comes twice. */
    static Map<String, BigDecimal> parse(String text) throws SQLException {
        var sums = new HashMap<String, BigDecimal>();
        for (var line : text.split("\n", -1)) {
            var split = line.indexOf('=');
            if (split < 1) {
                throw Cells.damage("sums");
            }
            if (sums.put(line.substring(0, split), Cells.decimal("sums", line.substring(split + 1))) != null) {
                throw Cells.damage("sums");
            }
        }
        return sums;
    }

    /** Writes what changed of the lots, and takes away what is not held any more. Inside the writer's transaction. */
    static void write(Database database, long books, Entry.Lots lots) throws SQLException {
        database.write("DELETE FROM lots WHERE books = ? AND number < ?", books, lots.first());
        database.write("DELETE FROM lots WHERE books = ? AND number >= ?", books, lots.end());
        for (var lot : lots.changed()) {
            database.write(
                    "INSERT INTO lots (books, number, quantity, cost) VALUES (?, ?, ?, ?) ON CONFLICT (books, number)"
                            + " DO UPDATE SET quantity = excluded.quantity, cost = excluded.cost",
                    books,
                    lot.number(),
                    lot.quantity(),
                    lot.cost());
        }
    }

    /** All lots that the books hold. */
    static Entry.Lots lots(Database database, long books) throws SQLException {
        var lots = new ArrayList<Entry.Lot>();
        try (var row =
                database.read("SELECT number, quantity, cost FROM lots WHERE books = ? ORDER BY number", books)) {
            while (row.next()) {
                lots.add(new Entry.Lot(
                        Cells.whole(row, "number"), Cells.decimal(row, "quantity"), Cells.decimal(row, "cost")));
            }
        }
        return lots.isEmpty()
                ? Entry.Lots.NONE
                : new Entry.Lots(lots.get(0).number(), lots.get(lots.size() - 1).number() + 1, lots);
    }

    /**
     * Makes rows of the lots that an older program left, for all books of a file. In a transaction of the caller's. What
     * cannot be understood stays as it is, and is found when somebody would go on with it.
     *
     * @param done told of each books whose lots have been moved
     */
    static void moveLots(Connection connection, Consumer<String> done) throws SQLException {
        var books = new ArrayList<Long>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT id FROM books WHERE typeof(sums) = 'text'")) {
            while (row.next()) {
                books.add(row.getLong(1));
            }
        }
        for (var id : books) {
            if (moveLots(connection, id)) {
                done.accept("lots of books " + id);
            }
        }
    }

    private static boolean moveLots(Connection connection, long books) throws SQLException {
        Map<String, BigDecimal> sums;
        try (var select = connection.prepareStatement("SELECT sums FROM books WHERE id = " + books);
                var row = select.executeQuery()) {
            sums = parse(Cells.text(row, "sums"));
        } catch (UnsoundFileException unsound) {
            return false;
        }
        if (!movesLots(connection, books, sums)) {
            return false;
        }
        try (var update = connection.prepareStatement("UPDATE books SET sums = ? WHERE id = " + books)) {
            update.setString(1, text(sums));
            update.executeUpdate();
        }
        return true;
    }

    /** Takes them from the sums as well. */
    private static boolean movesLots(Connection connection, long books, Map<String, BigDecimal> sums)
            throws SQLException {
        long number = 0;
        var count = sums.getOrDefault(COUNT, BigDecimal.ZERO);
        try (var insert = connection.prepareStatement("INSERT INTO lots VALUES (?, ?, ?, ?)")) {
            while (BigDecimal.valueOf(number).compareTo(count) < 0) {
                var quantity = sums.get(QUANTITY + number);
                var cost = sums.get(COST + number);
                if (quantity == null || cost == null) {
                    break;
                }
                sums.remove(QUANTITY + number);
                sums.remove(COST + number);
                insert.setLong(1, books);
                insert.setLong(2, number);
                insert.setString(3, quantity.toPlainString());
                insert.setString(4, cost.toPlainString());
                insert.executeUpdate();
                number++;
            }
        }
        return number > 0;
    }
}
