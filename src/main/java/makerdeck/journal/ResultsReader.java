package makerdeck.journal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;
import org.jspecify.annotations.Nullable;

/** Reads the results of one desk from the sums by the hour, while the desk goes on writing. */
public final class ResultsReader {

    /** Of a desk that is younger, the curve is drawn by the minute. */
    private static final Duration YOUNG = Duration.ofDays(1);

    private static final String FILLS = "SELECT * FROM hourly_fills WHERE books = ?";
    private static final String MARKOUTS = "SELECT * FROM hourly_markouts WHERE books = ?";
    private static final String APART = "SELECT * FROM hourly_apart WHERE books = ?";
    private static final String INCOME = "SELECT * FROM hourly_income WHERE books = ?";
    private static final String EQUITY = "SELECT * FROM hourly_equity WHERE books = ? ORDER BY hour";
    private static final String UPTIME = "SELECT * FROM hourly_uptime WHERE books = ?";

    private final Database database;
    private final Map<Instant, DeskResults.Sums> hours = new TreeMap<>();
    private final Map<Integer, DeskResults.Sums> parts = new TreeMap<>();
    private final Map<Side, DeskResults.Sums> sides = new EnumMap<>(Side.class);
    private final Map<String, DeskResults.Sums> regimes = new TreeMap<>();
    private final List<DeskResults.Valued> curve = new ArrayList<>();
    private DeskResults.Sums rest = DeskResults.Sums.NONE;
    private @Nullable Instant asOf;
    private String base = "";
    private String quote = "";

    private ResultsReader(Database database) {
        this.database = database;
    }

    /**
     * The results of a desk, all its books together. Blocks.
     *
     * @param now what is older than the hours that are told apart, counted from here, is told by the day
     * @throws IOException with one line when the file cannot be read
     */
    public static DeskResults read(Path file, JournalOwner owner, Instant now) throws IOException {
        try (var database = Database.openReadOnly(file)) {
            return new ResultsReader(database).read(owner, now);
        } catch (SQLException unreadable) {
            throw new UnavailableException(
                    Message.of("journal.unreadable", file, Message.about(unreadable)), unreadable);
        }
    }

    /** Throws {@link UnsoundFileException} when results of any desk could not be read. */
    static void requireReadable(Database database) throws SQLException {
        var books = new ArrayList<Long>();
        try (var row = database.read("SELECT id FROM books")) {
            while (row.next()) {
                books.add(Cells.whole(row, "id"));
            }
        }
        for (var one : books) {
            new ResultsReader(database).add(one);
        }
    }

    private DeskResults read(JournalOwner owner, Instant now) throws SQLException {
        // What is written between two readings is in all figures, or in none.
        database.atOnce(() -> addAll(owner));
        return results(now);
    }

    private void addAll(JournalOwner owner) throws SQLException {
        var books = new ArrayList<Long>();
        try (var row = database.read(
                "SELECT id, base, quote FROM books WHERE account = ? AND symbol = ? AND venue = ? AND mode = ? ORDER BY id",
                owner.account(),
                owner.symbol(),
                owner.venue(),
                owner.mode())) {
            while (row.next()) {
                books.add(Cells.whole(row, "id"));
                base = Cells.text(row, "base");
                quote = Cells.text(row, "quote");
            }
        }
        for (var one : books) {
            add(one);
        }
    }

    private void add(long books) throws SQLException {
        addFills(books);
        addMarkouts(books);
        addApart(books);
        addIncome(books);
        addUptime(books);
        addEquity(books);
    }

    private static Instant hour(ResultSet row) throws SQLException {
        return Cells.instant(row, "hour");
    }

    /** Of fills: a row tells which. A rebalance is of no side of the quotes. */
    private void addOfFills(ResultSet row, DeskResults.Sums sums) throws SQLException {
        int part = (int) Cells.whole(row, "part");
        hours.merge(hour(row), sums, DeskResults.Sums::plus);
        parts.merge(part, sums, DeskResults.Sums::plus);
        if (part != HourlySums.REBALANCE) {
            sides.merge(side(row), sums, DeskResults.Sums::plus);
            regimes.merge(Cells.text(row, "regime"), sums, DeskResults.Sums::plus);
        }
    }

    private static Side side(ResultSet row) throws SQLException {
        return Cells.text(row, "side").equals(Side.BID.name()) ? Side.BID : Side.ASK;
    }

    private void add(Instant hour, DeskResults.Sums sums) {
        hours.merge(hour, sums, DeskResults.Sums::plus);
        rest = rest.plus(sums);
    }

    private void addFills(long books) throws SQLException {
        try (var row = database.read(FILLS, books)) {
            while (row.next()) {
                int part = (int) Cells.whole(row, "part");
                var fees = Cells.decimal(row, "fees");
                boolean rebalance = part == HourlySums.REBALANCE;
                var traded = new DeskResults.Traded(
                        Cells.whole(row, "fills"),
                        Cells.decimal(row, "volume_base"),
                        Cells.decimal(row, "volume_quote"),
                        Cells.decimal(row, "captured"),
                        rebalance ? BigDecimal.ZERO : fees,
                        Cells.decimal(row, "rebalanced"),
                        rebalance ? fees : BigDecimal.ZERO);
                addOfFills(row, sums(traded, Map.of(), Map.of()));
            }
        }
    }

    private static DeskResults.Sums sums(
            DeskResults.Traded traded, Map<String, BigDecimal> apart, Map<Integer, DeskResults.Markout> markouts) {
        return new DeskResults.Sums(
                traded, apart, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, markouts, DeskResults.Time.NONE);
    }

    private void addMarkouts(long books) throws SQLException {
        try (var row = database.read(MARKOUTS, books)) {
            while (row.next()) {
                var markout = new DeskResults.Markout(
                        Cells.whole(row, "fills"),
                        Cells.decimal(row, "gain"),
                        Cells.decimal(row, "volume"),
                        new DeskResults.Squares(
                                Cells.decimal(row, "gain_squared"),
                                Cells.decimal(row, "gain_by_volume"),
                                Cells.decimal(row, "volume_squared")));
                addOfFills(
                        row,
                        sums(DeskResults.Traded.NONE, Map.of(), Map.of((int) Cells.whole(row, "seconds"), markout)));
            }
        }
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

    private static DeskResults.Sums income(BigDecimal converted, BigDecimal interest, BigDecimal pnl) {
        return new DeskResults.Sums(
                DeskResults.Traded.NONE, Map.of(), converted, interest, pnl, Map.of(), DeskResults.Time.NONE);
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

    /** What an hour earned is the difference between its last valuation and the last one before it. */
    private void addEquity(long books) throws SQLException {
        var before = BigDecimal.ZERO;
        int earlier = curve.size();
        try (var row = database.read(EQUITY, books)) {
            while (row.next()) {
                var at = Cells.instant(row, "at");
                var pnl = Cells.decimal(row, "pnl");
                add(hour(row), income(BigDecimal.ZERO, BigDecimal.ZERO, pnl.subtract(before)));
                before = pnl;
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

    private DeskResults results(Instant now) {
        var apartFrom = now.minus(HourlySums.HOURS_KEPT)
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        var days = new TreeMap<Instant, DeskResults.Sums>();
        var told = new ArrayList<DeskResults.Period>();
        var total = DeskResults.Sums.NONE;
        for (var hour : hours.entrySet()) {
            days.merge(
                    hour.getKey()
                            .atZone(ZoneOffset.UTC)
                            .truncatedTo(ChronoUnit.DAYS)
                            .toInstant(),
                    hour.getValue(),
                    DeskResults.Sums::plus);
            total = total.plus(hour.getValue());
            if (!hour.getKey().isBefore(apartFrom)) {
                told.add(new DeskResults.Period(hour.getKey(), hour.getValue()));
            }
        }
        // A clock that was set back lets books begin before others end.
        curve.sort(Comparator.comparing(DeskResults.Valued::at));
        return new DeskResults(
                base,
                quote,
                asOf,
                told,
                days.entrySet().stream()
                        .map(day -> new DeskResults.Period(day.getKey(), day.getValue()))
                        .toList(),
                parts,
                sides,
                regimes,
                rest,
                total,
                curve);
    }
}
