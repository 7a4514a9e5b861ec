package makerdeck.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Keeps what is written all the time from growing for ever: finished orders and what became of them are of interest
 * for a while, old valuations by the hour. Fills, markouts, transfers, interest and conversions stay, lots as
 * long as they are held. Inside the writer's transaction.
 */
final class Upkeep {

    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration ORDERS_KEPT = Duration.ofDays(30);
    private static final Duration MINUTES_KEPT = Duration.ofDays(90);
    private static final Duration UPTIME_KEPT = Duration.ofDays(400);
    /** Three months and this one: about 20 MB. */
    private static final Duration PROGRAMME_KEPT = Duration.ofDays(124);

    private static final long HOUR = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(1, ChronoUnit.HOURS));

    /** Steps of orders: some days of a busy desk, and about 12 MB. */
    static final int HISTORY_KEPT = 200_000;

    private static final int HISTORY_SLACK = 1_000;

    private final Database database;
    private Instant due = Instant.MIN;
    private int moves;

    Upkeep(Database database) {
        this.database = database;
    }

    /** At the start and once a day; not when the clock has leapt, for nothing has grown old then. */
    void look(Instant now) throws SQLException {
        if (now.isBefore(due)) {
            return;
        }
        var leapt = !due.equals(Instant.MIN) && now.isAfter(due.plus(EVERY));
        due = now.plus(EVERY);
        if (!leapt) {
            drop(now);
        }
    }

    private void drop(Instant now) throws SQLException {
        dropHistory();
        HoursToDays.merge(database, now);
        database.write("DELETE FROM orders WHERE open = 0 AND at < ?", now.minus(ORDERS_KEPT));
        database.write("DELETE FROM uptime WHERE minute < ?", now.minus(UPTIME_KEPT));
        database.write("DELETE FROM programme WHERE minute < ?", now.minus(PROGRAMME_KEPT));
        var before = Database.micros(now.minus(MINUTES_KEPT)) / HOUR * HOUR;
        // The last of an hour is also the last of its day, from which days are told.
        database.write(
                "DELETE FROM equity WHERE at < ? AND id NOT IN"
                        + " (SELECT max(id) FROM equity WHERE at < ? GROUP BY books, at / " + HOUR + ")",
                before,
                before);
    }

    /** A step of an order has been written. */
    void orderMoved() throws SQLException {
        if (++moves % HISTORY_SLACK == 0) {
            dropHistory();
        }
    }

    private void dropHistory() throws SQLException {
        database.write("DELETE FROM order_history WHERE id <= (SELECT max(id) FROM order_history) - " + HISTORY_KEPT);
    }
}
