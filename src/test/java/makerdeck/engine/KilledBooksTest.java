package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Side;
import makerdeck.engine.books.BookedTrade;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.journal.Entries;
import makerdeck.journal.Entry;
import makerdeck.journal.Journal;
import makerdeck.journal.KeptBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However much of the journal had reached the disk when the machine died: the books that are read back are those of an
 * engine that has booked just so much, with all their lots.
 */
class KilledBooksTest {

    private static final int LIVES = 25;
    private static final String SYMBOL = "SOL_USDC";

    /** Of SQLite's write-ahead log, and of each page in it. */
    private static final int HEADER = 32;

    private static final int FRAME_HEADER = 24;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(11);

    /** Never dies, and is asked after each booking. */
    private final Ledger immortal = new Ledger();

    private final KeptBooks immortalKept = new KeptBooks();

    /** How the books stood after so many bookings. */
    private final List<Seen> seen = new ArrayList<>();

    private Path file = Path.of("");
    private Instant now = Entries.NOON;

    private record Held(BigDecimal quantity, BigDecimal cost) {}

    private record Seen(
            BigDecimal base, BigDecimal quote, BigDecimal realised, BigDecimal realisedFifo, List<Held> lots) {

        private static Seen of(Ledger books, KeptBooks kept) {
            var lots = kept.whole(books.keep(Entries.NOON, Entries.NOON)).lots();
            return new Seen(
                    books.base(),
                    books.quote(),
                    books.realised(),
                    books.realisedFirstInFirstOut(),
                    lots.changed().stream()
                            .map(lot -> new Held(lot.quantity(), lot.cost()))
                            .toList());
        }
    }

    private static Journal open(Path file) throws IOException {
        return Journal.open(
                file,
                Entries.OWNER,
                true,
                restored -> JournalPort.requireSound(restored, SYMBOL),
                Clock.fixed(Entries.NOON.plusSeconds(7200), ZoneOffset.UTC),
                trouble -> {
                    throw new AssertionError(trouble);
                },
                aside -> {
                    throw new AssertionError(aside);
                });
    }

    private static void end(Journal journal) {
        new Thread(journal::run).start();
        journal.close();
    }

    private void book(Journal journal, Ledger ledger) {
        now = now.plusSeconds(1);
        var mid = BigDecimal.valueOf(random.nextLong(14_000, 16_000), 2);
        var books = List.of(immortal, ledger);
        books.forEach(one -> one.mark(mid));
        if (random.nextInt(9) == 0) {
            var base = BigDecimal.valueOf(random.nextLong(-300, 200), 2);
            var quote = BigDecimal.valueOf(random.nextLong(99));
            books.forEach(one -> one.transfer(base, quote));
            journal.record(new Entry.Transferred(now, base, quote, mid));
        } else {
            var fill = fill(mid);
            books.forEach(one -> one.book(BookedTrade.of(fill, SYMBOL), OrderPurpose.QUOTE));
            journal.record(fill);
        }
        seen.add(Seen.of(immortal, immortalKept));
    }

    private Entry.FillBooked fill(BigDecimal mid) {
        return new Entry.FillBooked(
                now,
                "order-" + seen.size(),
                seen.size(),
                7L,
                "QUOTE",
                random.nextInt(5) < 3 ? Side.BID : Side.ASK,
                mid.add(BigDecimal.valueOf(random.nextInt(21) - 10, 2)),
                BigDecimal.valueOf(1 + random.nextInt(200), 2),
                BigDecimal.valueOf(random.nextInt(50) - 5, 5),
                random.nextBoolean() ? "SOL" : "USDC",
                true,
                mid,
                1);
    }

    /** One life of the desk, written down in one transaction. */
    private void live() throws IOException {
        var journal = open(file);
        var ledger = EngineWiring.ledger(journal.restored(), SYMBOL);
        if (!ledger.isOpen()) {
            var held = new Balance(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);
            for (var books : List.of(immortal, ledger)) {
                books.open(new Balances(held, held), new BigDecimal("150"), now);
            }
            journal.record(new Entry.BooksOpened(
                    now, "SOL", "USDC", new Entry.Holding(BigDecimal.ONE, BigDecimal.ONE, new BigDecimal("150"))));
            journal.record(ledger.keep(now, now));
            seen.add(Seen.of(immortal, immortalKept));
        }
        for (int bookings = random.nextInt(30); bookings > 0; bookings--) {
            book(journal, ledger);
            if (random.nextInt(8) == 0) {
                journal.record(ledger.keep(now, now));
            }
        }
        end(journal);
    }

    /** Keeps the log whole: nothing that a reader may still look at is taken out of it. */
    private static void look(Connection reader) throws SQLException {
        reader.setAutoCommit(false);
        try (var statement = reader.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM books")) {
            assertEquals(0, row.getInt(1));
        }
    }

    private static long booked(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT (SELECT count(*) FROM fills) + (SELECT count(*) FROM transfers)")) {
            return row.getLong(1);
        }
    }

    /** The books as they are after a death at which so much of the log was on the disk; how many bookings those are. */
    private long assertReadBack(byte[] log, int length, String name) throws IOException, SQLException {
        var torn = Files.createDirectory(folder.resolve(name)).resolve("journal.db");
        Files.copy(file, torn);
        Files.write(Path.of(torn + "-wal"), Arrays.copyOf(log, length));
        var journal = open(torn);
        var restored = journal.restored();
        end(journal);

        assertTrue(journal.notice().isEmpty(), name);
        long bookings = booked(torn);
        var kept = restored.kept();
        if (kept == null) {
            assertEquals(0, bookings);
            return bookings;
        }
        var all = new KeptBooks();
        all.whole(kept);
        assertEquals(seen.get((int) bookings), Seen.of(EngineWiring.ledger(restored, SYMBOL), all), name);
        return bookings;
    }

    @Test
    void whereverTheJournalEndsItsLotsAreThoseOfItsSumsAndFills() throws Exception {
        file = folder.resolve("journal.db");
        end(open(file));
        byte[] log;
        try (var reader = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            look(reader);
            for (int life = 0; life < LIVES; life++) {
                live();
            }
            log = Files.readAllBytes(Path.of(file + "-wal"));

            int frame = FRAME_HEADER + ByteBuffer.wrap(log).getInt(8);
            int transactions = 0;
            long last = 0;
            for (int at = HEADER; at + frame <= log.length; at += frame) {
                boolean commits = ByteBuffer.wrap(log).getInt(at + 4) != 0;
                if (commits) {
                    long before = last;
                    last = assertReadBack(log, at + frame, "whole-" + transactions);
                    assertEquals(before, assertReadBack(log, at + frame - 1, "torn-" + transactions));
                    transactions++;
                }
            }
            assertTrue(transactions >= LIVES, () -> "transactions");
            assertEquals(seen.size() - 1, last);
        }
    }
}
