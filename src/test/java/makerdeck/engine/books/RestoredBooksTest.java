package makerdeck.engine.books;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Side;
import makerdeck.engine.JournalPort;
import makerdeck.journal.Entry;
import makerdeck.journal.RestoredBooks;
import org.junit.jupiter.api.Test;

class RestoredBooksTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private static RestoredBooks restored(Map<String, BigDecimal> sums, Entry.FillBooked... fills) {
        return new RestoredBooks(
                new Entry.BooksKept(NOON, NOON, NOON, sums, Entry.Lots.NONE), List.of(fills), List.of(fills), true);
    }

    private static Entry.FillBooked fill(String role) {
        var one = BigDecimal.ONE;
        return new Entry.FillBooked(NOON, "1", 1, 1L, role, Side.BID, one, one, one, "USDC", true, one, null);
    }

    private static void require(RestoredBooks restored) {
        JournalPort.requireSound(restored, "SOL_USDC");
    }

    @Test
    void booksAsTheyWereWrittenGoOn() {
        assertDoesNotThrow(() -> require(restored(new Ledger().sums(), fill("QUOTE"), fill("EXTERNAL"))));
        assertDoesNotThrow(() -> require(RestoredBooks.NONE));
    }

    @Test
    void aMissingSumIsAnErrorNeverZero() {
        for (var name : new Ledger().sums().keySet()) {
            var sums = new HashMap<>(new Ledger().sums());
            sums.remove(name);

            assertThrows(IllegalArgumentException.class, () -> require(restored(sums)), name);
        }
    }

    @Test
    void aMisspeltSumIsAnErrorNeverZero() {
        for (var name : new Ledger().sums().keySet()) {
            var sums = new HashMap<>(new Ledger().sums());
            sums.put(name + "x", BigDecimal.ONE);

            assertThrows(IllegalArgumentException.class, () -> require(restored(sums)), name);
        }
    }

    @Test
    void aCountThatNoLotsAreThereForIsAnError() {
        var sums = new HashMap<>(new Ledger().sums());
        sums.put("fifo lots", new BigDecimal("2147483647"));

        assertThrows(IllegalArgumentException.class, () -> require(restored(sums)));
        sums.put("fifo lots", new BigDecimal("0.5"));
        assertThrows(ArithmeticException.class, () -> require(restored(sums)));
    }

    @Test
    void aMisspeltRoleIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> require(restored(new Ledger().sums(), fill("QOUTE"))));
    }
}
