package makerdeck.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** After a while the hours of a day, by the UTC calendar, become one, so that sums by the hour do not grow for ever. */
final class HoursToDays {

    static final Duration HOURS_KEPT = Duration.ofDays(35);

    private static final long DAY = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(1, ChronoUnit.DAYS));

    private HoursToDays() {}

    /** Columns by which sums are told apart besides books and hour, and those that are added up and how. */
    private record Table(String name, List<String> keys, Map<String, String> sums) {

        /** The hours of each day before a time become the first of it. */
        List<String> merged() {
            var keysToo = keys.isEmpty() ? "" : ", " + String.join(", ", keys);
            var columns = List.copyOf(sums.keySet());
            var added = columns.stream()
                    .map(column -> sums.get(column) + "(" + column + ")")
                    .collect(Collectors.joining(", "));
            var set = columns.stream()
                    .map(column -> column + " = excluded." + column)
                    .collect(Collectors.joining(", "));
            return List.of(
                    "INSERT INTO " + name + " (books, hour" + keysToo + ", " + String.join(", ", columns) + ")"
                            + " SELECT books, hour / " + DAY + " * " + DAY + keysToo + ", " + added + " FROM " + name
                            + " WHERE hour < ? GROUP BY books, hour / " + DAY + keysToo
                            + " ON CONFLICT DO UPDATE SET " + set,
                    "DELETE FROM " + name + " WHERE hour < ? AND hour % " + DAY + " <> 0");
        }
    }

    private static final List<Table> MERGED = List.of(
            new Table(
                    "hourly_fills",
                    List.of(),
                    Map.of(
                            "fills", "sum",
                            "volume_base", "exact_sum",
                            "volume_quote", "exact_sum",
                            "captured", "exact_sum",
                            "fees", "exact_sum",
                            "rebalanced", "exact_sum",
                            "rebalance_fees", "exact_sum")),
            new Table(
                    "hourly_markouts",
                    List.of("seconds"),
                    Map.of(
                            "fills", "sum",
                            "gain", "exact_sum",
                            "volume", "exact_sum",
                            "gain_squared", "exact_sum",
                            "gain_by_volume", "exact_sum",
                            "volume_squared", "exact_sum")),
            new Table("hourly_apart", List.of("asset"), Map.of("amount", "exact_sum")),
            new Table("hourly_income", List.of(), Map.of("converted", "exact_sum", "interest", "exact_sum")),
            new Table(
                    "hourly_uptime",
                    List.of(),
                    Map.of(
                            "ran", "sum",
                            "bids_allowed", "sum",
                            "bids_quoted", "sum",
                            "asks_allowed", "sum",
                            "asks_quoted", "sum")));

    /** Hours before those that are told apart, counted from {@code now}. In a transaction of the caller's. */
    static void merge(Database database, Instant now) throws SQLException {
        var before = Database.micros(now.minus(HOURS_KEPT)
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant());
        for (var table : MERGED) {
            for (var sql : table.merged()) {
                database.write(sql, before);
            }
        }
        // The last valuation of a day is that of the day.
        database.write(
                "INSERT OR REPLACE INTO hourly_equity SELECT books, hour / " + DAY + " * " + DAY
                        + ", max(at), equity, pnl, inventory FROM hourly_equity WHERE hour < ? GROUP BY books, hour / "
                        + DAY,
                before);
        database.write("DELETE FROM hourly_equity WHERE hour < ? AND hour % " + DAY + " <> 0", before);
    }
}
