package makerdeck.journal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
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

    private record Hour(long books, long hour) {}

    private record Part(Hour hour, int part, String side, String regime) {}

    private record After(Part part, int seconds) {}

    private record Apart(Hour hour, String asset) {}

    private static final class Traded {
        private long fills;
        private BigDecimal volumeBase = BigDecimal.ZERO;
        private BigDecimal volumeQuote = BigDecimal.ZERO;
        private BigDecimal captured = BigDecimal.ZERO;
        private BigDecimal fees = BigDecimal.ZERO;
        private BigDecimal rebalanced = BigDecimal.ZERO;
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

    private final Map<Part, Traded> traded = new HashMap<>();
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
        var part = new Part(hour, row.getInt(3), row.getString(4), row.getString(REGIME));
        var sums = traded.computeIfAbsent(part, none -> new Traded());
        sums.fills++;
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
        var worth = quantity.multiply(price);
        var cost = inBase ? fee.multiply(price) : inQuote ? fee : BigDecimal.ZERO;
        sums.volumeBase = sums.volumeBase.add(quantity);
        sums.volumeQuote = sums.volumeQuote.add(worth);
        sums.fees = sums.fees.add(cost);
        if (part.part() == HourlySums.REBALANCE) {
            var held = inBase ? fee.multiply(price.subtract(mid)) : BigDecimal.ZERO;
            sums.rebalanced = sums.rebalanced.add(edge).subtract(cost).add(held);
        } else {
            sums.captured = sums.captured.add(edge);
        }
        if (!inBase && !inQuote) {
            apart.merge(new Apart(hour, asset), fee, BigDecimal::add);
        }
        addMarkouts(row, part, signed, price, worth);
    }

    private void addMarkouts(ResultSet row, Part part, BigDecimal signed, BigDecimal price, BigDecimal worth)
            throws SQLException {
        for (int i = 0; i < Entry.MarkedOut.SECONDS.size(); i++) {
            var later = decimal(row, FIRST_MARKOUT + i);
            if (later != null) {
                var sums =
                        marked.computeIfAbsent(new After(part, Entry.MarkedOut.SECONDS.get(i)), none -> new Marked());
                sums.add(signed.multiply(later.subtract(price)), worth);
            }
        }
    }

    private void write(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement("INSERT INTO hourly_fills VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var one : traded.entrySet()) {
                var sums = one.getValue();
                var part = one.getKey();
                put(
                        statement,
                        part.hour().books(),
                        part.hour().hour(),
                        part.part(),
                        part.side(),
                        part.regime(),
                        sums.fills,
                        sums.volumeBase.toPlainString(),
                        sums.volumeQuote.toPlainString(),
                        sums.captured.toPlainString(),
                        sums.fees.toPlainString(),
                        sums.rebalanced.toPlainString());
            }
        }
        try (var statement = connection.prepareStatement(
                "INSERT INTO hourly_markouts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var one : marked.entrySet()) {
                var sums = one.getValue();
                var part = one.getKey().part();
                put(
                        statement,
                        part.hour().books(),
                        part.hour().hour(),
                        part.part(),
                        part.side(),
                        part.regime(),
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
                var key = one.getKey();
                put(
                        statement,
                        key.hour().books(),
                        key.hour().hour(),
                        key.asset(),
                        one.getValue().toPlainString());
            }
        }
    }

    private static void put(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
