package makerdeck.journal;

import static makerdeck.journal.Entries.NOON;
import static makerdeck.journal.Entries.OWNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal that SQLite can read and nobody can understand. */
class DamageTest {

    @TempDir
    private Path folder;

    private final List<String> troubles = new ArrayList<>();
    private Path file = Path.of("");

    @BeforeEach
    void writeABookWithAFill() throws NewerJournalException {
        file = folder.resolve("journal.db");
        var journal = open(restored -> {});
        for (var entry : List.of(
                Entries.opened(),
                Entries.kept(NOON),
                Entries.valued(NOON, "1"),
                Entries.order(7L << 24 | 99, "order-1", true),
                Entries.fill(1, NOON),
                Entries.transfer(NOON))) {
            journal.record(entry);
        }
        end(journal);
    }

    private void trouble(@Nullable Message what) {
        troubles.add(what == null ? "" : Keys.of(what));
    }

    private Journal open(Consumer<RestoredBooks> judge) throws NewerJournalException {
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return Journal.open(file, OWNER, true, judge, clock, this::trouble, aside -> {});
    }

    private static void end(Journal journal) {
        new Thread(journal::run).start();
        journal.close();
    }

    private void damage(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertFreshOnesInstead(Consumer<RestoredBooks> judge) throws NewerJournalException {
        var journal = open(judge);
        try {
            var notice = journal.notice().map(Keys::of).orElse("");
            assertTrue(notice.startsWith("journal.damaged[journal.db.damaged-"), notice);
            assertNull(journal.restored().kept());
            assertEquals(List.of(), troubles);
            assertTrue(Files.exists(folder.resolve("journal.db.damaged-" + NOON.toEpochMilli())));
        } finally {
            end(journal);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE fills SET price = '15x.10'",
                "UPDATE fills SET price = '1E999999999'",
                "UPDATE fills SET price = '-150.10'",
                "UPDATE fills SET quantity = ''",
                "UPDATE fills SET fee = x'00ff'",
                "UPDATE fills SET mid = '0x10'",
                "UPDATE fills SET side = 'BUD'",
                "UPDATE fills SET at = 9223372036854775807",
                "UPDATE fills SET at = 'noon'",
                "UPDATE fills SET trade_id = 'one'",
                "UPDATE fills SET client_id = 'seven'",
                "UPDATE fills SET line = 'last'",
                "UPDATE transfers SET base = 'all'",
                "UPDATE books SET sums = replace(sums, '=', ':')",
                "UPDATE books SET sums = sums || char(10) || 'base=1'",
                "UPDATE books SET sums = 'base=1e5'",
                "UPDATE books SET sums = x'ff'",
                "UPDATE books SET sums = ''",
                "UPDATE lots SET quantity = 'all'",
                "UPDATE lots SET cost = x'ff'",
                "UPDATE lots SET quantity = '1e5'",
                "UPDATE books SET kept_at = NULL",
                "UPDATE books SET known_until = -1",
                "UPDATE books SET known_until = known_until + 315360000000000",
                "UPDATE books SET line = 1.5",
                "PRAGMA user_version = 0",
                "ALTER TABLE fills RENAME COLUMN price TO pric",
                "DROP TABLE lots",
                "DROP TABLE states"
            })
    void whatCannotBeUnderstoodIsKeptAsideAndFreshBooksBegin(String sql) throws Exception {
        damage(sql);

        assertFreshOnesInstead(restored -> {});
    }

    @Test
    void booksThatNobodyCanGoOnWithAreDamageToo() throws NewerJournalException {
        assertFreshOnesInstead(restored -> {
            if (restored.kept() != null) {
                throw new IllegalArgumentException("incomplete");
            }
        });
    }

    @Test
    void whatIsSoundIsLeftAlone() throws NewerJournalException {
        var journal = open(restored -> {});

        assertEquals(Optional.empty(), journal.notice());
        assertNotNull(journal.restored().kept());
        assertEquals(OptionalLong.of(7L << 24 | 99), journal.lastClientId());
        end(journal);
    }

    @Test
    void aReportOnADamagedNumberIsOneLineThatNamesTheFile() throws SQLException {
        damage("UPDATE equity SET pnl = '1E99999999'");

        var failure = assertThrows(IOException.class, () -> EarningsReader.read(file, LocalDate.EPOCH));

        assertEquals("journal.unreadable[" + file + ", journal.unreadable-value[pnl]]", Keys.of(failure));
    }

    @Test
    void whatIsNoFileIsNamedWithTheCure() throws IOException {
        Files.delete(file);
        Files.createDirectory(file);

        end(open(restored -> {}));

        assertEquals(List.of("journal.out-of-reach[" + file + ", journal.no-file]"), troubles);
    }
}
