package makerdeck.journal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/** The sums of some books, added up: by the hour, by part of the quotes, and what the account was worth. */
final class ResultSums {

    /** Of a desk that is younger, the curve is drawn by the minute. */
    private static final Duration YOUNG = Duration.ofDays(1);

    private static final String FILLS = "SELECT * FROM hourly_fills WHERE books = ?";
    private static final String MARKOUTS = "SELECT * FROM hourly_markouts WHERE books = ?";
    private static final String PART_FILLS = "SELECT * FROM part_fills WHERE books = ?";
    private static final String PART_MARKOUTS = "SELECT * FROM part_markouts WHERE books = ?";
    private static final String APART = "SELECT * FROM hourly_apart WHERE books = ?";
    private static final String INCOME = "SELECT * FROM hourly_income WHERE books = ?";
    private static final String EQUITY = "SELECT * FROM hourly_equity WHERE books = ? ORDER BY hour";
    private static final String UPTIME = "SELECT * FROM hourly_uptime WHERE books = ?";

    private final Database database;
    private final Map<Instant, DeskResults.Sums> hours = new TreeMap<>();
    private final Map<Instant, DeskResults.Sums> ofBooks = new TreeMap<>();
    private final Map<Integer, DeskResults.Sums> parts = new TreeMap<>();
    private final Map<Side, DeskResults.Sums> sides = new EnumMap<>(Side.class);
    private final Map<String, DeskResults.Sums> regimes = new TreeMap<>();
    private final List<DeskResults.Valued> curve = new ArrayList<>();
    private DeskResults.Sums rest = DeskResults.Sums.NONE;
    private @Nullable Instant asOf;

    ResultSums(Database database) {
        this.database = database;
    }

    /** With those of books. */
    void add(long books) throws SQLException {
        ofBooks.clear();
        addFills(books);
        addMarkouts(books);
        addParts(books);
        addApart(books);
        addIncome(books);
        addUptime(books);
        addEquity(books);
        ofBooks.forEach((hour, sums) -> hours.merge(hour, sums, DeskResults.Sums::plus));
    }

    private static Instant hour(ResultSet row) throws SQLException {
        return Cells.instant(row, "hour");
    }

    private void add(Instant hour, DeskResults.Sums sums) {
        ofBooks.merge(hour, sums, DeskResults.Sums::plus);
        rest = rest.plus(sums);
    }

    private void addFills(long books) throws SQLException {
        try (var row = database.read(FILLS, books)) {
            while (row.next()) {
                ofBooks.merge(hour(row), sums(traded(row), Map.of(), Map.of()), DeskResults.Sums::plus);
            }
        }
    }

    private void addMarkouts(long books) throws SQLException {
        var byHour = new TreeMap<Instant, Map<Integer, DeskResults.Markout>>();
        try (var row = database.read(MARKOUTS, books)) {
            while (row.next()) {
                byHour.computeIfAbsent(hour(row), none -> new HashMap<>())
                        .put((int) Cells.whole(row, "seconds"), markout(row));
            }
        }
        byHour.forEach((hour, markouts) ->
                ofBooks.merge(hour, sums(DeskResults.Traded.NONE, Map.of(), markouts), DeskResults.Sums::plus));
    }

    private void addParts(long books) throws SQLException {
        try (var row = database.read(PART_FILLS, books)) {
            while (row.next()) {
                addPart(row, sums(traded(row), Map.of(), Map.of()));
            }
        }
        try (var row = database.read(PART_MARKOUTS, books)) {
            while (row.next()) {
                var markouts = Map.of((int) Cells.whole(row, "seconds"), markout(row));
                addPart(row, sums(DeskResults.Traded.NONE, Map.of(), markouts));
            }
        }
    }

    /** A rebalance is of no side of the quotes. */
    private void addPart(ResultSet row, DeskResults.Sums sums) throws SQLException {
        int part = (int) Cells.whole(row, "part");
        parts.merge(part, sums, DeskResults.Sums::plus);
        if (part != HourlySums.REBALANCE) {
            var side = Cells.text(row, "side").equals(Side.BID.name()) ? Side.BID : Side.ASK;
            sides.merge(side, sums, DeskResults.Sums::plus);
            regimes.merge(Cells.text(row, "regime"), sums, DeskResults.Sums::plus);
        }
    }

    private static DeskResults.Traded traded(ResultSet row) throws SQLException {
        return new DeskResults.Traded(
                Cells.whole(row, "fills"),
                Cells.decimal(row, "volume_base"),
                Cells.decimal(row, "volume_quote"),
                Cells.decimal(row, "captured"),
                Cells.decimal(row, "fees"),
                Cells.decimal(row, "rebalanced"),
                Cells.decimal(row, "rebalance_fees"));
    }

    private static DeskResults.Markout markout(ResultSet row) throws SQLException {
        return new DeskResults.Markout(
                Cells.whole(row, "fills"),
                Cells.decimal(row, "gain"),
                Cells.decimal(row, "volume"),
                new DeskResults.Squares(
                        Cells.decimal(row, "gain_squared"),
                        Cells.decimal(row, "gain_by_volume"),
                        Cells.decimal(row, "volume_squared")));
    }

    private static DeskResults.Sums sums(
            DeskResults.Traded traded, Map<String, BigDecimal> apart, Map<Integer, DeskResults.Markout> markouts) {
        return new DeskResults.Sums(
                traded, apart, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, markouts, DeskResults.Time.NONE);
    }

    private void addApart(long books) throws SQLException {
        try (var row = database.read(APART, books)) {
            while (row.next()) {
                var apart = Map.of(Cells.text(row, "asset"), Cells.decimal(row, "amount"));
                add(hour(row), sums(DeskResults.Traded.NONE, apart, Map.of()));
            }
        }
    }

    private void addIncome(long books) throws SQLException {
        try (var row = database.read(INCOME, books)) {
            while (row.next()) {
                add(
                        hour(row),
                        income(Cells.decimal(row, "converted"), Cells.decimal(row, "interest"), BigDecimal.ZERO));
            }
        }
    }

    private static DeskResults.Sums income(BigDecimal converted, BigDecimal interest, BigDecimal inventory) {
        return new DeskResults.Sums(
                DeskResults.Traded.NONE, Map.of(), converted, interest, inventory, Map.of(), DeskResults.Time.NONE);
    }

    private void addUptime(long books) throws SQLException {
        try (var row = database.read(UPTIME, books)) {
            while (row.next()) {
                var time = new DeskResults.Time(
                        Cells.whole(row, "ran"),
                        Cells.whole(row, "bids_allowed"),
                        Cells.whole(row, "bids_quoted"),
                        Cells.whole(row, "asks_allowed"),
                        Cells.whole(row, "asks_quoted"));
                add(
                        hour(row),
                        new DeskResults.Sums(
                                DeskResults.Traded.NONE,
                                Map.of(),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                Map.of(),
                                time));
            }
        }
    }

    /**
     * What the holdings gained in an hour is the difference between its last valuation and the last one before it. Fills
     * after a valuation are booked with what they captured and cost; what they gain later the next one tells.
     */
    private void addEquity(long books) throws SQLException {
        var booked = new Booked(ofBooks);
        var before = BigDecimal.ZERO;
        int earlier = curve.size();
        try (var row = database.read(EQUITY, books)) {
            while (row.next()) {
                var at = Cells.instant(row, "at");
                var known = Cells.decimalOrNull(row, "inventory");
                var pnl = Cells.decimal(row, "pnl");
                var inventory = known == null ? pnl.subtract(booked.until(hour(row))) : known;
                add(hour(row), income(BigDecimal.ZERO, BigDecimal.ZERO, inventory.subtract(before)));
                before = inventory;
                asOf = asOf == null || at.isAfter(asOf) ? at : asOf;
                curve.add(new DeskResults.Valued(at, Cells.decimal(row, "equity")));
            }
        }
        if (curve.size() > earlier && asOf != null && curve.get(0).at().isAfter(asOf.minus(YOUNG))) {
            curve.subList(earlier, curve.size()).clear();
            byTheMinute(books);
        }
    }

    private void byTheMinute(long books) throws SQLException {
        try (var row = database.read("SELECT at, equity FROM equity WHERE books = ? ORDER BY at", books)) {
            while (row.next()) {
                curve.add(new DeskResults.Valued(Cells.instant(row, "at"), Cells.decimal(row, "equity")));
            }
        }
    }

    /** Asked for hour after hour: all that was booked until then. An older program wrote no inventory down. */
    private static final class Booked {

        private final Iterator<Map.Entry<Instant, DeskResults.Sums>> hours;
        private Map.@Nullable Entry<Instant, DeskResults.Sums> next;
        private BigDecimal sum = BigDecimal.ZERO;

        private Booked(Map<Instant, DeskResults.Sums> inOrder) {
            hours = new ArrayList<>(inOrder.entrySet()).iterator();
            next = hours.hasNext() ? hours.next() : null;
        }

        private BigDecimal until(Instant hour) {
            while (next != null && !next.getKey().isAfter(hour)) {
                sum = sum.add(next.getValue().booked());
                next = hours.hasNext() ? hours.next() : null;
            }
            return sum;
        }
    }

    /** Those of days, which hours of long ago have become, among them. */
    Map<Instant, DeskResults.Sums> hours() {
        return hours;
    }

    Map<Integer, DeskResults.Sums> parts() {
        return parts;
    }

    Map<Side, DeskResults.Sums> sides() {
        return sides;
    }

    Map<String, DeskResults.Sums> regimes() {
        return regimes;
    }

    /** What belongs to no fill. */
    DeskResults.Sums rest() {
        return rest;
    }

    @Nullable
    Instant asOf() {
        return asOf;
    }

    /** A clock that was set back lets books begin before others end. */
    List<DeskResults.Valued> curve() {
        return curve.stream()
                .sorted(Comparator.comparing(DeskResults.Valued::at))
                .toList();
    }
}
