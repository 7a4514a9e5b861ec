package makerdeck.journal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
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
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;

/** Adds a journal up, day by day. Reads while a desk writes. */
public final class EarningsReader {

    /** One desk, whatever the number of its books. */
    private record Desk(String venue, String mode, String symbol, String base, String quote) {}

    /** Running sums of one day. */
    private static final class Sum {
        private long fills;
        private BigDecimal volumeBase = BigDecimal.ZERO;
        private BigDecimal volumeQuote = BigDecimal.ZERO;
        private BigDecimal fees = BigDecimal.ZERO;
        private final Map<String, BigDecimal> feesApart = new TreeMap<>();
        private BigDecimal interest = BigDecimal.ZERO;
        private BigDecimal pnl = BigDecimal.ZERO;

        private void apart(String asset, BigDecimal fee) {
            feesApart.merge(asset, fee, BigDecimal::add);
            feesApart.values().removeIf(amount -> amount.signum() == 0);
        }

        private DeskEarnings.Day on(LocalDate date) {
            return new DeskEarnings.Day(date, fills, volumeBase, volumeQuote, fees, feesApart, interest, pnl);
        }
    }

    /** Running sums of one desk. */
    private static final class Tally {
        private final Map<LocalDate, Sum> days = new TreeMap<>();
        private Instant asOf = Instant.EPOCH;

        private Sum on(Instant at) {
            return days.computeIfAbsent(at.atZone(ZoneOffset.UTC).toLocalDate(), date -> new Sum());
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
        if (Files.exists(file) && !Files.isRegularFile(file) || !ReadCopy.isNeeded(file)) {
            return readFrom(file, file, from);
        }
        try (var copy = ReadCopy.of(file)) {
            return readFrom(copy.file(), file, from);
        }
    }

    /** {@code file}: as it is called in what goes wrong. */
    private static List<DeskEarnings> readFrom(Path opened, Path file, LocalDate from) throws IOException {
        try (var database = Database.openReadOnly(opened)) {
            return new EarningsReader(database).read(from);
        } catch (SQLException unreadable) {
            throw new UnavailableException(
                    Message.of("journal.unreadable", file, Message.about(unreadable)), unreadable);
        }
    }

    private List<DeskEarnings> read(LocalDate from) throws SQLException {
        var books = new LinkedHashMap<Long, Desk>();
        try (var row = database.read("SELECT * FROM books ORDER BY id")) {
            while (row.next()) {
                books.put(Cells.whole(row, "id"), desk(row));
            }
        }
        for (var one : books.entrySet()) {
            var sums = desks.computeIfAbsent(one.getValue(), desk -> new Tally());
            addFills(one.getKey(), one.getValue(), sums, from);
            addInterest(one.getKey(), sums, from);
            addConversions(one.getKey(), one.getValue(), sums);
            addEquity(one.getKey(), sums);
        }
        var accounts = new ArrayList<DeskEarnings>();
        desks.forEach((desk, sums) -> accounts.add(account(desk, sums, from)));
        return accounts;
    }

    private static Desk desk(ResultSet row) throws SQLException {
        return new Desk(
                Cells.text(row, "venue"),
                Cells.text(row, "mode"),
                Cells.text(row, "symbol"),
                Cells.text(row, "base"),
                Cells.text(row, "quote"));
    }

    private void addFills(long books, Desk desk, Tally sums, LocalDate from) throws SQLException {
        try (var row = database.read(
                "SELECT * FROM fills WHERE books = ? AND role <> ? AND at >= ?",
                books,
                Entry.FillBooked.EXTERNAL,
                from.atStartOfDay(ZoneOffset.UTC).toInstant())) {
            while (row.next()) {
                var sum = sums.on(Cells.instant(row, "at"));
                var price = Cells.decimal(row, "price");
                var quantity = Cells.decimal(row, "quantity");
                var fee = Cells.decimal(row, "fee");
                var feeAsset = Cells.text(row, "fee_asset");
                sum.fills++;
                sum.volumeBase = sum.volumeBase.add(quantity);
                sum.volumeQuote = sum.volumeQuote.add(quantity.multiply(price));
                if (feeAsset.equals(desk.base())) {
                    sum.fees = sum.fees.add(fee.multiply(price));
                } else if (feeAsset.equals(desk.quote())) {
                    sum.fees = sum.fees.add(fee);
                } else {
                    sum.apart(feeAsset, fee);
                }
            }
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
                sum.fees = sum.fees.add(amount.multiply(Cells.size(row, "price")));
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

    private void addInterest(long books, Tally sums, LocalDate from) throws SQLException {
        if (database.version() < Schema.WITH_INTEREST) {
            // An older program wrote it, and no desk has gone on with it since.
            return;
        }
        try (var row = database.read(
                "SELECT * FROM interest WHERE books = ? AND at >= ?",
                books,
                from.atStartOfDay(ZoneOffset.UTC).toInstant())) {
            while (row.next()) {
                var sum = sums.on(Cells.instant(row, "at"));
                sum.interest = sum.interest
                        .add(Cells.decimal(row, "quote"))
                        .add(Cells.decimal(row, "base").multiply(Cells.decimal(row, "mid")));
            }
        }
    }

    /** What a day earned is the difference between its last valuation and the last one before it. */
    private void addEquity(long books, Tally sums) throws SQLException {
        var before = BigDecimal.ZERO;
        try (var row = database.read("SELECT at, pnl FROM equity WHERE books = ? ORDER BY id", books)) {
            while (row.next()) {
                var at = Cells.instant(row, "at");
                var pnl = Cells.decimal(row, "pnl");
                var sum = sums.on(at);
                sum.pnl = sum.pnl.add(pnl.subtract(before));
                before = pnl;
                sums.asOf = at.isAfter(sums.asOf) ? at : sums.asOf;
            }
        }
    }

    private static DeskEarnings account(Desk desk, Tally sums, LocalDate from) {
        var days = sums.days.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(from))
                .map(day -> day.getValue().on(day.getKey()))
                .toList();
        return new DeskEarnings(desk.venue(), desk.mode(), desk.symbol(), desk.base(), desk.quote(), sums.asOf, days);
    }
}
