package makerdeck.journal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums all fills of a file up by the hour in one walk, which SQL would take minutes for where there are a million. What
 * it says of a fill is what {@link HourlySums} says of one that is written.
 */
final class FillSums {

    private static final String ALL = """
            SELECT fills.books, fills.at / 3600000000 * 3600000000, CASE WHEN role = 'REBALANCE' THEN -1
                ELSE ifnull(layer, 0) END, side, price, quantity, fee, fee_asset, mid, base, quote,
                mid_1s, mid_5s, mid_10s, mid_30s, mid_60s, mid_300s,
                ifnull(regime, '')
            FROM fills JOIN books ON books.id = fills.books LEFT JOIN markouts ON markouts.books = fills.books
                AND markouts.order_id = fills.order_id AND markouts.trade_id = fills.trade_id
            WHERE role <> 'EXTERNAL'""";

    private static final int FIRST_MARKOUT = 12;
    private static final int REGIME = FIRST_MARKOUT + Entry.MarkedOut.SECONDS.size();

    /** What a sum is of. */
    private interface Key {

        /** As the table's columns are. */
        Object[] columns();
    }

    private record Hour(long books, long hour) implements Key {
        @Override
        public Object[] columns() {
            return new Object[] {books, hour};
        }
    }

    private record Part(long books, int part, String side, String regime) implements Key {
        @Override
        public Object[] columns() {
            return new Object[] {books, part, side, regime};
        }
    }

    private record After(Key key, int seconds) {}

    private record Apart(Hour hour, String asset) {}

    private static final class Traded {
        private long fills;
        private BigDecimal volumeBase = BigDecimal.ZERO;
        private BigDecimal volumeQuote = BigDecimal.ZERO;
        private BigDecimal captured = BigDecimal.ZERO;
        private BigDecimal fees = BigDecimal.ZERO;
        private BigDecimal rebalanced = BigDecimal.ZERO;
        private BigDecimal rebalanceFees = BigDecimal.ZERO;

        private void add(Traded one) {
            fills += one.fills;
            volumeBase = volumeBase.add(one.volumeBase);
            volumeQuote = volumeQuote.add(one.volumeQuote);
            captured = captured.add(one.captured);
            fees = fees.add(one.fees);
            rebalanced = rebalanced.add(one.rebalanced);
            rebalanceFees = rebalanceFees.add(one.rebalanceFees);
        }
    }

    private static final class Marked {
        private long fills;
        private BigDecimal gain = BigDecimal.ZERO;
        private BigDecimal volume = BigDecimal.ZERO;
        private BigDecimal gainSquared = BigDecimal.ZERO;
        private BigDecimal gainByVolume = BigDecimal.ZERO;
        private BigDecimal volumeSquared = BigDecimal.ZERO;

        private void add(BigDecimal its, BigDecimal worth) {
            fills++;
            gain = gain.add(its);
            volume = volume.add(worth);
            gainSquared = gainSquared.add(its.multiply(its));
            gainByVolume = gainByVolume.add(its.multiply(worth));
            volumeSquared = volumeSquared.add(worth.multiply(worth));
        }
    }

    private final Map<Key, Traded> traded = new HashMap<>();
    private final Map<After, Marked> marked = new HashMap<>();
    private final Map<Apart, BigDecimal> apart = new HashMap<>();

    private FillSums() {}

    /** Into tables that have no sums of fills yet. */
    static void make(Connection connection) throws SQLException {
        var sums = new FillSums();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(ALL)) {
            while (row.next()) {
                sums.add(row);
            }
        }
        sums.write(connection);
    }

    /** Null for what is no decimal: it does not count. */
    private static @Nullable BigDecimal decimal(ResultSet row, int column) throws SQLException {
        var text = row.getString(column);
        return text == null || !Cells.isDecimal(text) ? null : new BigDecimal(text);
    }

    private void add(ResultSet row) throws SQLException {
        var hour = new Hour(row.getLong(1), row.getLong(2));
        var part = new Part(hour.books(), row.getInt(3), row.getString(4), row.getString(REGIME));
        var one = new Traded();
        one.fills = 1;
        addMoney(row, hour, part, one);
        for (var key : List.of(hour, part)) {
            traded.computeIfAbsent(key, none -> new Traded()).add(one);
        }
    }

    private void addMoney(ResultSet row, Hour hour, Part part, Traded one) throws SQLException {
        var price = decimal(row, 5);
        var quantity = decimal(row, 6);
        var fee = decimal(row, 7);
        var mid = decimal(row, 9);
        if (price == null || quantity == null || fee == null || mid == null) {
            return;
        }
        var asset = row.getString(8);
        var inBase = asset.equals(row.getString(10));
        var inQuote = asset.equals(row.getString(11));
        var signed = part.side().equals("BID") ? quantity : quantity.negate();
        var edge = signed.multiply(mid.subtract(price));
        var cost = inBase ? fee.multiply(price) : inQuote ? fee : BigDecimal.ZERO;
        one.volumeBase = quantity;
        one.volumeQuote = quantity.multiply(price);
        if (part.part() == HourlySums.REBALANCE) {
            var held = inBase ? fee.multiply(price.subtract(mid)) : BigDecimal.ZERO;
            one.rebalanced = edge.subtract(cost).add(held);
            one.rebalanceFees = cost;
        } else {
            one.captured = edge;
            one.fees = cost;
        }
        if (!inBase && !inQuote) {
            apart.merge(new Apart(hour, asset), fee, BigDecimal::add);
        }
        addMarkouts(row, List.of(hour, part), signed, price, one.volumeQuote);
    }

    private void addMarkouts(ResultSet row, List<Key> keys, BigDecimal signed, BigDecimal price, BigDecimal worth)
            throws SQLException {
        for (int i = 0; i < Entry.MarkedOut.SECONDS.size(); i++) {
            var later = decimal(row, FIRST_MARKOUT + i);
            if (later != null) {
                var gain = signed.multiply(later.subtract(price));
                for (var key : keys) {
                    marked.computeIfAbsent(new After(key, Entry.MarkedOut.SECONDS.get(i)), none -> new Marked())
                            .add(gain, worth);
                }
            }
        }
    }

    private void write(Connection connection) throws SQLException {
        try (var byHour = connection.prepareStatement("INSERT INTO hourly_fills VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                var byPart = connection.prepareStatement(
                        "INSERT INTO part_fills VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var one : traded.entrySet()) {
                var sums = one.getValue();
                put(
                        one.getKey() instanceof Hour ? byHour : byPart,
                        one.getKey().columns(),
                        sums.fills,
                        sums.volumeBase.toPlainString(),
                        sums.volumeQuote.toPlainString(),
                        sums.captured.toPlainString(),
                        sums.fees.toPlainString(),
                        sums.rebalanced.toPlainString(),
                        sums.rebalanceFees.toPlainString());
            }
        }
        try (var byHour =
                        connection.prepareStatement("INSERT INTO hourly_markouts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                var byPart = connection.prepareStatement(
                        "INSERT INTO part_markouts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var one : marked.entrySet()) {
                var sums = one.getValue();
                var key = one.getKey().key();
                put(
                        key instanceof Hour ? byHour : byPart,
                        key.columns(),
                        one.getKey().seconds(),
                        sums.fills,
                        sums.gain.toPlainString(),
                        sums.volume.toPlainString(),
                        sums.gainSquared.toPlainString(),
                        sums.gainByVolume.toPlainString(),
                        sums.volumeSquared.toPlainString());
            }
        }
        try (var statement = connection.prepareStatement("INSERT INTO hourly_apart VALUES (?, ?, ?, ?)")) {
            for (var one : apart.entrySet()) {
                put(
                        statement,
                        one.getKey().hour().columns(),
                        one.getKey().asset(),
                        one.getValue().toPlainString());
            }
        }
    }

    private static void put(PreparedStatement statement, Object[] key, Object... values) throws SQLException {
        for (int i = 0; i < key.length; i++) {
            statement.setObject(i + 1, key[i]);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(key.length + i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
