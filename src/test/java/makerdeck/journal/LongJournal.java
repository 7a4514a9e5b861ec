package makerdeck.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Many fills over ninety days, put into a journal that has books already, with their markouts, minutes and values. */
public final class LongJournal {

    public static final Instant END = Instant.parse("2026-09-01T00:00:00Z");

    private static final Duration LENGTH = Duration.ofDays(90);

    private LongJournal() {}

    public static void fill(Path file, int fills) throws SQLException, IOException {
        try (var connection = OldJournal.connection(file);
                var statement = connection.createStatement()) {
            ExactNumbers.register(connection);
            long start = Database.micros(END.minus(LENGTH));
            long step = LENGTH.toNanos() / 1000 / fills;
            statement.execute("BEGIN");
            statement.execute(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + fills + ")"
                            + " INSERT INTO fills SELECT i, 1, " + start + " + i * " + step
                            + ", 1000000000000 + (i * 7919)"
                            + " % 1000000007, i, i, 'QUOTE', CASE i % 2 WHEN 0 THEN 'BID' ELSE 'ASK' END,"
                            + " '150.' || (10 + i % 90), '1.25', '0.0016', 'USDC', 1, '150.105', 1 + i % 3, CASE i % 2 WHEN 0 THEN 'MID' ELSE 'HIGH' END FROM n");
            statement.execute(
                    "INSERT INTO markouts SELECT books, order_id, trade_id, '150.1', '150.2', '150.3', '150.4',"
                            + " '150.5', '150.6' FROM fills");
            statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                    + LENGTH.toMinutes() + ") INSERT INTO equity (books, at, mid, equity, pnl) SELECT 1, " + start
                    + " + i * 60000000, '150.1', '10000.' || (100 + i % 800), i % 100 || '.5' FROM n");
            statement.execute("INSERT INTO uptime SELECT books, at, 60000, 60000, 59000, 60000, 58000 FROM equity");
            var started = System.nanoTime();
            FillSums.make(connection);
            System.out.printf("summed up in %.0f ms%n", (System.nanoTime() - started) / 1e6);
            for (var sql : HourlySums.ofAllThere()) {
                statement.execute(sql);
            }
            statement.execute("COMMIT");
        }
        try (var database = Database.open(file, END)) {
            HoursToDays.merge(database, END);
        }
    }
}
