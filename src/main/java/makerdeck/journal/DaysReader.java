package makerdeck.journal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Side;
import makerdeck.journal.DeskDays.Lately;
import makerdeck.journal.DeskDays.Paid;
import makerdeck.journal.DeskDays.Roles;
import org.jspecify.annotations.Nullable;

/** Reads what a report tells of each desk, day by day, while desks write. */
public final class DaysReader {

    private record Books(
            long id,
            Instant openedAt,
            @Nullable BigDecimal base,
            @Nullable BigDecimal mid) {}

    private final Database database;
    private final LocalDate from;
    private final LocalDate to;
    private final Instant now;

    private DaysReader(Database database, LocalDate from, LocalDate to, Instant now) {
        this.database = database;
        this.from = from;
        this.to = to;
        this.now = now;
    }

    /**
     * Every desk that has something in that time, in the order in which they first appeared. Blocks.
     *
     * @param from the first day that counts, by the UTC calendar; {@code to}: the last one
     * @throws IOException with one line when the file cannot be read
     */
    public static List<DeskDays> read(Path file, LocalDate from, LocalDate to, Instant now) throws IOException {
        return ReadCopy.read(file, database -> {
            var desks = new ArrayList<DeskDays>();
            // What is written between two readings is in all figures, or in none.
            database.atOnce(() -> new DaysReader(database, from, to, now).readAll(desks));
            return desks;
        });
    }

    private void readAll(List<DeskDays> desks) throws SQLException {
        var books = new LinkedHashMap<EarningsReader.Desk, List<Books>>();
        var opening = database.version() < Schema.WITH_PARTS
                ? "NULL AS opening_base, NULL AS opening_mid"
                : "opening_base, opening_mid";
        try (var row = database.read("SELECT id, account, venue, mode, symbol, base, quote, opened_at, " + opening
                + " FROM books ORDER BY id")) {
            while (row.next()) {
                books.computeIfAbsent(EarningsReader.Desk.of(row), none -> new ArrayList<>())
                        .add(new Books(
                                Cells.whole(row, "id"),
                                Cells.instant(row, "opened_at"),
                                Cells.decimalOrNull(row, "opening_base"),
                                Cells.decimalOrNull(row, "opening_mid")));
            }
        }
        var earnings = EarningsReader.read(database, from);
        int desk = 0;
        for (Map.Entry<EarningsReader.Desk, List<Books>> each : books.entrySet()) {
            var told = until(earnings.get(desk++));
            if (!told.days().isEmpty()) {
                desks.add(days(each.getKey(), told, each.getValue()));
            }
        }
    }

    private DeskEarnings until(DeskEarnings earnings) {
        return new DeskEarnings(
                earnings.account(),
                earnings.venue(),
                earnings.mode(),
                earnings.symbol(),
                earnings.base(),
                earnings.quote(),
                earnings.asOf(),
                earnings.days().stream().filter(day -> !day.date().isAfter(to)).toList());
    }

    private DeskDays days(EarningsReader.Desk desk, DeskEarnings earnings, List<Books> books) throws SQLException {
        var worth = new WorthByDay(from);
        for (var each : books) {
            worth.opened(each.id(), each.base(), each.mid());
        }
        readWorth(ids(books), worth);
        var roles = roles(ids(books));
        var times = times(ids(books));
        var opened = books.stream().map(Books::openedAt).min(Instant::compareTo).orElse(Instant.EPOCH);
        var days = new ArrayList<DeskDays.Day>();
        var allRoles = Roles.NONE;
        var allTime = DeskResults.Time.NONE;
        for (var day : earnings.days()) {
            var date = day.date();
            var time = isTimed() ? times.getOrDefault(date, DeskResults.Time.NONE) : null;
            var role = roles.getOrDefault(date, Roles.NONE);
            days.add(new DeskDays.Day(date, role, worth.on(date), time, wall(opened, date, date)));
            allRoles = allRoles.plus(role);
            allTime = time == null ? allTime : allTime.plus(time);
        }
        var first = days.get(0).date();
        var last = days.get(days.size() - 1).date();
        var wall = wall(opened, first, last);
        var whole = new DeskDays.Day(first, allRoles, worth.whole(), isTimed() ? allTime : null, wall);
        var programme = ProgrammeMinutes.read(database, ids(books), first, last, now);
        return new DeskDays(earnings, days, whole, lately(desk), programme, worth.marks());
    }

    /** Of whole days, without what was before the first life and what is not over yet. */
    private Duration wall(Instant opened, LocalDate first, LocalDate last) {
        var begins = start(first).isBefore(opened) ? opened : start(first);
        var ends = start(last.plusDays(1)).isAfter(now) ? now : start(last.plusDays(1));
        return ends.isAfter(begins) ? Duration.between(begins, ends) : Duration.ZERO;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Numbers of our own, so that they may stand in a statement. */
    private static String ids(List<Books> books) {
        var ids = new StringBuilder();
        books.forEach(each -> ids.append(ids.isEmpty() ? "" : ", ").append(each.id()));
        return ids.toString();
    }

    private void readWorth(String books, WorthByDay worth) throws SQLException {
        var base = database.version() < Schema.WITH_PARTS ? "NULL" : "base";
        try (var row = database.read(
                "SELECT at, 1 AS kind, id, books, equity, pnl, " + base + " AS base, mid FROM equity"
                        + " WHERE books IN (" + books + ") AND at < ?1 UNION ALL"
                        + " SELECT at, 0, line, books, NULL, NULL, base, mid FROM transfers"
                        + " WHERE books IN (" + books + ") AND at < ?1 ORDER BY 1, 2, 3",
                start(to.plusDays(1)))) {
            while (row.next()) {
                var id = Cells.whole(row, "books");
                var at = Cells.instant(row, "at");
                var mid = Cells.decimal(row, "mid");
                if (Cells.whole(row, "kind") == 0) {
                    worth.transferred(id, at, Cells.decimal(row, "base"), mid);
                } else {
                    var held = Cells.decimalOrNull(row, "base");
                    worth.valued(id, at, Cells.decimal(row, "equity"), Cells.decimal(row, "pnl"), held, mid);
                }
            }
        }
    }

    private Map<LocalDate, Roles> roles(String books) throws SQLException {
        var days = new HashMap<LocalDate, Roles>();
        try (var row = database.read(
                "SELECT at, side, maker, price, quantity FROM fills WHERE books IN (" + books
                        + ") AND role <> ? AND at >= ? AND at < ?",
                Entry.FillBooked.EXTERNAL,
                start(from),
                start(to.plusDays(1)))) {
            while (row.next()) {
                var worth = Cells.decimal(row, "price").multiply(Cells.decimal(row, "quantity"));
                days.merge(date(row), role(row, worth), Roles::plus);
            }
        }
        return days;
    }

    private static LocalDate date(ResultSet row) throws SQLException {
        return Cells.instant(row, "at").atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Roles role(ResultSet row, BigDecimal worth) throws SQLException {
        var none = BigDecimal.ZERO;
        boolean maker = Cells.whole(row, "maker") != 0;
        return Cells.text(row, "side").equals(Side.BID.name())
                ? new Roles(maker ? worth : none, maker ? none : worth, none, none)
                : new Roles(none, none, maker ? worth : none, maker ? none : worth);
    }

    private boolean isTimed() {
        return database.version() >= Schema.WITH_PARTS;
    }

    private Map<LocalDate, DeskResults.Time> times(String books) throws SQLException {
        var days = new HashMap<LocalDate, DeskResults.Time>();
        if (!isTimed()) {
            return days;
        }
        var table = database.version() < Schema.WITH_HOURS
                ? "minute AS at, * FROM uptime"
                : "hour AS at, * FROM hourly_uptime";
        try (var row = database.read("SELECT " + table + " WHERE books IN (" + books + ")")) {
            while (row.next()) {
                var time = new DeskResults.Time(
                        Cells.whole(row, "ran"),
                        Cells.whole(row, "bids_allowed"),
                        Cells.whole(row, "bids_quoted"),
                        Cells.whole(row, "asks_allowed"),
                        Cells.whole(row, "asks_quoted"));
                days.merge(date(row), time, DeskResults.Time::plus);
            }
        }
        return days;
    }

    private Lately lately(EarningsReader.Desk desk) throws SQLException {
        var volumes = new HashMap<String, BigDecimal>();
        var maker = Paid.NONE;
        var taker = Paid.NONE;
        try (var row = database.read(
                "SELECT symbol, base, quote, maker, price, quantity, fee, fee_asset FROM fills"
                        + " JOIN books ON books.id = fills.books WHERE venue = ?1 AND mode = ?2"
                        + " AND (account = ?3 OR ?3 = '') AND at >= ?4",
                desk.venue(),
                desk.mode(),
                desk.account(),
                now.minus(DeskDays.LATELY))) {
            while (row.next()) {
                var price = Cells.decimal(row, "price");
                var worth = price.multiply(Cells.decimal(row, "quantity"));
                volumes.merge(Cells.text(row, "symbol"), worth, BigDecimal::add);
                var fee = inQuote(row, price);
                if (fee != null && desk.symbol().equals(Cells.text(row, "symbol"))) {
                    boolean isMaker = Cells.whole(row, "maker") != 0;
                    maker = isMaker ? maker.plus(fee, worth) : maker;
                    taker = isMaker ? taker : taker.plus(fee, worth);
                }
            }
        }
        return new Lately(volumes, maker, taker);
    }

    /** Null when it was paid in a third asset. */
    private static @Nullable BigDecimal inQuote(ResultSet row, BigDecimal price) throws SQLException {
        var asset = Cells.text(row, "fee_asset");
        var fee = Cells.decimal(row, "fee");
        return asset.equals(Cells.text(row, "quote"))
                ? fee
                : asset.equals(Cells.text(row, "base")) ? fee.multiply(price) : null;
    }
}
