package makerdeck.journal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.domain.Side;

/** Adds a journal up, day by day. Reads while a desk writes. */
public final class EarningsReader {

    /**
     * One desk, whatever the number of its books.
     *
     * @param account by its key, where it is somebody's; others are made anew for each session
     */
    record Desk(String account, String venue, String mode, String symbol, String base, String quote) {

        static Desk of(ResultSet row) throws SQLException {
            var mode = Cells.text(row, "mode");
            return new Desk(
                    mode.equals(REAL) ? Cells.text(row, "account") : "",
                    Cells.text(row, "venue"),
                    mode,
                    Cells.text(row, "symbol"),
                    Cells.text(row, "base"),
                    Cells.text(row, "quote"));
        }
    }

    private static final String REAL = "LIVE";

    /** Running sums of one day. */
    private static final class Sum {
        private long fills;
        private BigDecimal volumeBase = BigDecimal.ZERO;
        private BigDecimal volumeQuote = BigDecimal.ZERO;
        private BigDecimal fees = BigDecimal.ZERO;
        private final Map<String, BigDecimal> feesApart = new TreeMap<>();
        private BigDecimal interest = BigDecimal.ZERO;
        private BigDecimal inventory = BigDecimal.ZERO;

        /** All the profit that is not the inventory's. */
        private BigDecimal booked = BigDecimal.ZERO;

        private void add(Sum other) {
            fills += other.fills;
            volumeBase = volumeBase.add(other.volumeBase);
            volumeQuote = volumeQuote.add(other.volumeQuote);
            fees = fees.add(other.fees);
            other.feesApart.forEach(this::apart);
            interest = interest.add(other.interest);
            inventory = inventory.add(other.inventory);
            booked = booked.add(other.booked);
        }

        private void cost(BigDecimal fee) {
            fees = fees.add(fee);
            booked = booked.subtract(fee);
        }

        private void apart(String asset, BigDecimal fee) {
            feesApart.merge(asset, fee, BigDecimal::add);
            feesApart.values().removeIf(amount -> amount.signum() == 0);
        }

        private DeskEarnings.Day on(LocalDate date) {
            return new DeskEarnings.Day(
                    date, fills, volumeBase, volumeQuote, fees, feesApart, interest, booked.add(inventory));
        }
    }

    /** Running sums of one desk, or of one of its books. */
    private static final class Tally {
        private final TreeMap<LocalDate, Sum> days = new TreeMap<>();
        private Instant asOf = Instant.EPOCH;

        private void add(Tally other) {
            other.days.forEach(
                    (date, sum) -> days.computeIfAbsent(date, none -> new Sum()).add(sum));
            asOf = other.asOf.isAfter(asOf) ? other.asOf : asOf;
        }

        private BigDecimal bookedUntil(Instant at) {
            return days.headMap(date(at), true).values().stream()
                    .map(sum -> sum.booked)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private static LocalDate date(Instant at) {
            return at.atZone(ZoneOffset.UTC).toLocalDate();
        }

        private Sum on(Instant at) {
            return days.computeIfAbsent(date(at), none -> new Sum());
        }
    }

    private final Database database;
    private final Map<Desk, Tally> desks = new LinkedHashMap<>();

    private EarningsReader(Database database) {
        this.database = database;
    }

    /**
     * Every desk the journal knows, in the order in which they first appeared.
     *
     * @param from the first day that counts
     * @throws IOException with one line when the file cannot be read
     */
    public static List<DeskEarnings> read(Path file, LocalDate from) throws IOException {
        return ReadCopy.read(file, database -> read(database, from));
    }

    static List<DeskEarnings> read(Database database, LocalDate from) throws SQLException {
        return new EarningsReader(database).read(from);
    }

    private List<DeskEarnings> read(LocalDate from) throws SQLException {
        var books = new LinkedHashMap<Long, Desk>();
        try (var row = database.read("SELECT * FROM books ORDER BY id")) {
            while (row.next()) {
                books.put(Cells.whole(row, "id"), Desk.of(row));
            }
        }
        for (var one : books.entrySet()) {
            var sums = new Tally();
            var start = start(one.getKey(), from);
            addFills(one.getKey(), one.getValue(), sums, start);
            addInterest(one.getKey(), sums, start);
            addConversions(one.getKey(), one.getValue(), sums);
            addEquity(one.getKey(), sums);
            desks.computeIfAbsent(one.getValue(), desk -> new Tally()).add(sums);
        }
        var accounts = new ArrayList<DeskEarnings>();
        desks.forEach((desk, sums) -> accounts.add(account(desk, sums, from)));
        return accounts;
    }

    private void addFills(long books, Desk desk, Tally sums, Instant from) throws SQLException {
        try (var row = database.read(
                "SELECT * FROM fills WHERE books = ? AND role <> ? AND at >= ?",
                books,
                Entry.FillBooked.EXTERNAL,
                from)) {
            while (row.next()) {
                addFill(row, desk, sums.on(Cells.instant(row, "at")));
            }
        }
    }

    private static void addFill(ResultSet row, Desk desk, Sum sum) throws SQLException {
        var price = Cells.decimal(row, "price");
        var quantity = Cells.decimal(row, "quantity");
        var fee = Cells.decimal(row, "fee");
        var feeAsset = Cells.text(row, "fee_asset");
        var signed = Cells.text(row, "side").equals(Side.BID.name()) ? quantity : quantity.negate();
        var ahead = Cells.decimal(row, "mid").subtract(price);
        sum.fills++;
        sum.volumeBase = sum.volumeBase.add(quantity);
        sum.volumeQuote = sum.volumeQuote.add(quantity.multiply(price));
        sum.booked = sum.booked.add(signed.multiply(ahead));
        if (feeAsset.equals(desk.base())) {
            sum.cost(fee.multiply(price));
            // Of a quote what the mid makes of such a fee is the inventory's, as in the books.
            if (Cells.text(row, "role").equals("REBALANCE")) {
                sum.booked = sum.booked.subtract(fee.multiply(ahead));
            }
        } else if (feeAsset.equals(desk.quote())) {
            sum.cost(fee);
        } else {
            sum.apart(feeAsset, fee);
        }
    }

    /**
     * What was converted on a day is a fee of that day, and is no longer missing on the day it was taken: the oldest
     * of an asset first.
     */
    private void addConversions(long books, Desk desk, Tally sums) throws SQLException {
        if (database.version() < Schema.WITH_CONVERSIONS) {
            return;
        }
        var converted = new HashMap<String, BigDecimal>();
        try (var row = database.read("SELECT * FROM conversions WHERE books = ?", books)) {
            while (row.next()) {
                var amount = Cells.decimal(row, "amount");
                var sum = sums.on(Cells.instant(row, "at"));
                sum.cost(amount.multiply(Cells.size(row, "price")));
                converted.merge(Cells.text(row, "asset"), amount, BigDecimal::add);
            }
        }
        if (!converted.isEmpty()) {
            settle(books, desk, converted, sums);
        }
    }

    private void settle(long books, Desk desk, Map<String, BigDecimal> converted, Tally sums) throws SQLException {
        try (var row = database.read(
                "SELECT at, fee, fee_asset FROM fills WHERE books = ? AND role <> ? AND fee_asset NOT IN (?, ?)"
                        + " ORDER BY line",
                books,
                Entry.FillBooked.EXTERNAL,
                desk.base(),
                desk.quote())) {
            while (row.next()) {
                var asset = Cells.text(row, "fee_asset");
                var fee = Cells.decimal(row, "fee");
                var left = converted.getOrDefault(asset, BigDecimal.ZERO);
                if (left.abs().compareTo(fee.abs()) >= 0) {
                    converted.put(asset, left.subtract(fee));
                    sums.on(Cells.instant(row, "at")).apart(asset, fee.negate());
                }
            }
        }
    }

    private void addInterest(long books, Tally sums, Instant from) throws SQLException {
        if (database.version() < Schema.WITH_INTEREST) {
            // An older program wrote it, and no desk has gone on with it since.
            return;
        }
        try (var row = database.read("SELECT * FROM interest WHERE books = ? AND at >= ?", books, from)) {
            while (row.next()) {
                var sum = sums.on(Cells.instant(row, "at"));
                var paid = Cells.decimal(row, "quote")
                        .add(Cells.decimal(row, "base").multiply(Cells.decimal(row, "mid")));
                sum.interest = sum.interest.add(paid);
                sum.booked = sum.booked.add(paid);
            }
        }
    }

    /**
     * What the holdings gained on a day is the difference between its last valuation and the last one before it; of an
     * older program's it is what of the profit nothing else made.
     */
    private void addEquity(long books, Tally sums) throws SQLException {
        var before = BigDecimal.ZERO;
        try (var row = database.read(
                "SELECT at, pnl, " + (knowsInventory() ? "inventory" : "NULL AS inventory")
                        + " FROM equity WHERE id IN (SELECT max(id) FROM equity WHERE books = ? GROUP BY at / 86400000000)"
                        + " ORDER BY at",
                books)) {
            while (row.next()) {
                var at = Cells.instant(row, "at");
                var pnl = Cells.decimal(row, "pnl");
                var known = Cells.decimalOrNull(row, "inventory");
                var inventory = known == null ? pnl.subtract(sums.bookedUntil(at)) : known;
                var sum = sums.on(at);
                sum.inventory = sum.inventory.add(inventory.subtract(before));
                before = inventory;
                sums.asOf = at.isAfter(sums.asOf) ? at : sums.asOf;
            }
        }
    }

    private boolean knowsInventory() {
        return database.version() >= Schema.WITH_PARTS;
    }

    /** What all fills ever came to has to be known where a valuation does not tell its parts. */
    private Instant start(long books, LocalDate from) throws SQLException {
        var isWhole = knowsInventory()
                && database.number(0, "SELECT count(*) FROM equity WHERE books = ? AND inventory IS NULL", books) == 0;
        return (isWhole ? from : LocalDate.EPOCH).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static DeskEarnings account(Desk desk, Tally sums, LocalDate from) {
        var days = sums.days.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(from))
                .map(day -> day.getValue().on(day.getKey()))
                .toList();
        return new DeskEarnings(
                desk.account(), desk.venue(), desk.mode(), desk.symbol(), desk.base(), desk.quote(), sums.asOf, days);
    }
}
