package makerdeck.journal;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import makerdeck.message.Message;
import makerdeck.message.Said;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** The start of a run's journal: what is there is read and judged, and what cannot be understood steps aside. */
final class Opening {

    /** The clock of an earlier life may have been ahead of this one's, but not by more. */
    private static final Duration AHEAD_AT_MOST = Duration.ofDays(1);

    /** What fills of longer ago have cost may be another fee by now. */
    private static final Duration FEES_STAND_FOR = Duration.ofDays(7);

    private static final int FEES_TOLD_BY = 3;

    private final Path file;
    private final JournalOwner owner;
    private final Instant now;

    Opening(Path file, JournalOwner owner, Instant now) {
        this.file = file;
        this.owner = owner;
        this.now = now;
    }

    /**
     * What a journal begins with.
     *
     * @param database null, and {@code writer} too, when the file is out of reach
     * @param notice why it is, or what the operator must know about the file; null when nothing
     */
    record Opened(
            @Nullable Database database,
            @Nullable EntryWriter writer,
            RestoredBooks restored,
            OptionalLong lastClientId,
            Optional<Boolean> endedInOrder,
            Optional<Journal.Halted> halted,
            @Nullable Message notice) {

        Optional<Message> upgrade() {
            return database == null ? Optional.empty() : database.upgrade();
        }
    }

    Opened open(boolean continues, Consumer<RestoredBooks> judge) throws NewerJournalException {
        try {
            return read(continues, judge, null);
        } catch (NewerJournalException newer) {
            throw newer;
        } catch (SQLException failed) {
            return Database.isDamage(failed) ? freshInstead(failed) : outOfReach(failed);
        } catch (IOException failed) {
            return outOfReach(failed);
        } catch (IllegalArgumentException | ArithmeticException unsound) {
            return freshInstead(unsound);
        }
    }

    private Opened read(boolean continues, Consumer<RestoredBooks> judge, @Nullable Message notice)
            throws SQLException, IOException {
        var database = Database.open(file, now);
        try {
            var reader = new RestoredBooksReader(database);
            var books = continues ? reader.books(owner) : 0;
            var kept = books == 0 ? RestoredBooks.NONE : reader.read(owner, books);
            var restored = kept.with(reader.lately(owner, now.minus(FEES_STAND_FOR), FEES_TOLD_BY));
            requireByNow(restored);
            judge.accept(restored);
            var inOrder = reader.endedInOrder(owner);
            var halted = reader.halted(owner);
            new HourlySums(database).mend();
            var writer = new EntryWriter(database, owner, now, books);
            return new Opened(database, writer, restored, reader.lastClientId(owner), inOrder, halted, notice);
        } catch (SQLException | RuntimeException broken) {
            database.close();
            throw broken;
        }
    }

    /** Executions before a time to come would never be looked for. */
    private void requireByNow(RestoredBooks restored) {
        var kept = restored.kept();
        if (kept != null && kept.knownUntil().isAfter(now.plus(AHEAD_AT_MOST))) {
            throw new IllegalArgumentException("all known until " + kept.knownUntil() + ", and it is " + now);
        }
    }

    /** The damaged file and its side files step aside. */
    private Opened freshInstead(Exception damage) throws NewerJournalException {
        Logger.error("the journal is damaged: {}", reason(damage));
        var aside = file.resolveSibling(file.getFileName() + ".damaged-" + now.toEpochMilli());
        try {
            for (var side : List.of("", "-wal", "-shm")) {
                var part = Path.of(file + side);
                if (Files.exists(part)) {
                    Files.move(part, Path.of(aside + side));
                }
            }
            return read(false, restored -> {}, Message.of("journal.damaged", aside.getFileName()));
        } catch (SQLException | IOException again) {
            return outOfReach(again);
        }
    }

    private Opened outOfReach(Exception why) {
        Logger.error("the journal cannot be opened: {}", reason(why));
        var text = why instanceof FileSystemException
                ? reason(why)
                : Message.of("journal.out-of-reach", file, reason(why));
        return new Opened(
                null, null, RestoredBooks.NONE, OptionalLong.empty(), Optional.empty(), Optional.empty(), text);
    }

    /** One line. */
    static Message reason(Exception why) {
        return why instanceof Said known && !(why instanceof FileSystemException)
                ? known.said()
                : String.valueOf(why.getMessage())
                        .lines()
                        .findFirst()
                        .map(Message::plain)
                        .orElseGet(() -> Message.of("journal.no-reason"));
    }
}
