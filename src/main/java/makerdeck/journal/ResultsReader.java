package makerdeck.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;

/** Reads the results of one desk from the sums by the hour, while the desk goes on writing. */
public final class ResultsReader {

    private final Database database;
    private final ResultSums sums;
    private String base = "";
    private String quote = "";
    private List<ProgrammeMonth> programme = List.of();

    private ResultsReader(Database database) {
        this.database = database;
        sums = new ResultSums(database);
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
            new ResultSums(database).add(one);
        }
    }

    private DeskResults read(JournalOwner owner, Instant now) throws SQLException {
        // What is written between two readings is in all figures, or in none.
        database.atOnce(() -> addAll(owner, now));
        return results(now);
    }

    private void addAll(JournalOwner owner, Instant now) throws SQLException {
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
            sums.add(one);
        }
        var ids = books.stream().map(String::valueOf).collect(Collectors.joining(", "));
        var today = now.atZone(ZoneOffset.UTC).toLocalDate();
        programme = ProgrammeMinutes.read(database, ids, today, today, now);
    }

    private DeskResults results(Instant now) {
        var apartFrom = now.minus(HoursToDays.HOURS_KEPT)
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        var days = new TreeMap<Instant, DeskResults.Sums>();
        var told = new ArrayList<DeskResults.Period>();
        var total = DeskResults.Sums.NONE;
        for (var hour : sums.hours().entrySet()) {
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
        return new DeskResults(
                base,
                quote,
                sums.asOf(),
                told,
                days.entrySet().stream()
                        .map(day -> new DeskResults.Period(day.getKey(), day.getValue()))
                        .toList(),
                sums.parts(),
                sums.sides(),
                sums.regimes(),
                sums.rest(),
                total,
                programme,
                sums.curve());
    }
}
