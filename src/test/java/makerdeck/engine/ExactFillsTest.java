package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Fill;
import makerdeck.domain.Side;
import makerdeck.journal.Entry;
import makerdeck.journal.KeptBooks;
import makerdeck.journal.RestoredBooks;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;

/** Fills are booked in the venue's own decimals, whatever tick and step the market has by now. */
class ExactFillsTest {

    private static final Parameters PARAMETERS = Parameters.defaults();

    private final List<Entry> entries = new ArrayList<>();
    private final Bench bench = new Bench();

    private void start() {
        bench.engine = bench.life(
                PARAMETERS, true, new JournalPort(RestoredBooks.NONE, entries::add, Bench.numbers(0), false));
        bench.started();
    }

    /** Half a step at half a tick, of the desk's best bid. */
    private void fillHalfAStep() {
        var order = bench.resting(Side.BID).get(0);
        var fill = new Fill(
                99,
                Long.toString(order.id()),
                order.clientId(),
                Side.BID,
                new BigDecimal("149.705"),
                new BigDecimal("0.005"),
                new BigDecimal("0.000004"),
                "SOL",
                true,
                bench.clock.instant());
        bench.venue.tell(new VenueEvent.Filled(bench.clock.instant(), fill, fill.quantity()));
        bench.pass(Duration.ofMillis(100));
    }

    private BigDecimal base() {
        return Objects.requireNonNull(bench.snapshot().inventory())
                .balances()
                .base()
                .total();
    }

    private static void assertSame(String expected, BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), "was " + actual.toPlainString());
    }

    @Test
    void aFillOffTheGridIsBookedAndShownAsItWas() {
        start();

        fillHalfAStep();

        assertSame("20.004996", base());
        assertSame("0.005", bench.snapshot().totals().volumeBase());
        assertSame("0.748525", bench.snapshot().totals().volumeQuote());
        var told = bench.latest(DeskNews.FillBooked.class);
        assertEquals("0.005", told.market().textOfQuantity(told.fill().quantity()));
        assertEquals("149.705", told.market().textOfPrice(told.fill().price()));
    }

    @Test
    void theJournalKeepsItAsItWasAndARestartGoesOnWithIt() {
        start();
        fillHalfAStep();

        var booked = entries.stream()
                .filter(Entry.FillBooked.class::isInstance)
                .map(Entry.FillBooked.class::cast)
                .toList();
        assertEquals(1, booked.size());
        assertSame("0.005", booked.get(0).quantity());
        assertSame("149.705", booked.get(0).price());

        var kept = entries.stream()
                .filter(Entry.BooksKept.class::isInstance)
                .map(Entry.BooksKept.class::cast)
                .findFirst()
                .orElseThrow();
        var restored = new RestoredBooks(kept, List.copyOf(booked), booked, false);
        bench.engine =
                bench.life(PARAMETERS, true, new JournalPort(restored, entries::add, Bench.numbers(1000), false));
        bench.venue.start();
        bench.pass(Duration.ofMillis(100));

        assertSame("20.004996", base());
    }

    @Test
    void feesInAThirdAssetAreCountedApartAndTheProfitSaysSo() {
        start();
        var order = bench.resting(Side.BID).get(0);
        for (int trade = 1; trade <= 2; trade++) {
            var fill = new Fill(
                    trade,
                    Long.toString(order.id()),
                    order.clientId(),
                    Side.BID,
                    new BigDecimal("149.70"),
                    new BigDecimal("0.01"),
                    new BigDecimal("0.0015"),
                    "BNB",
                    true,
                    bench.clock.instant());
            var cumulative = new BigDecimal("0.01").multiply(BigDecimal.valueOf(trade));
            bench.venue.tell(new VenueEvent.Filled(bench.clock.instant(), fill, cumulative));
        }
        bench.pass(Duration.ofSeconds(61));

        assertEquals(2, bench.snapshot().totals().fills());
        assertEquals("0.003 BNB", bench.snapshot().totals().feesApartText());
        assertEquals(
                List.of(Message.of("engine.fill.fee-unknown", "BNB")),
                bench.told(DeskEvent.Kind.ALERT, "engine.fill.fee-unknown"));
        bench.command("show stats", new DeskCommand.Show(DeskCommand.Show.Subject.STATS));
        assertEquals(
                List.of(Message.of("engine.report.fees-apart", "0.003 BNB")),
                bench.told(DeskEvent.Kind.INFO, "engine.report.fees-apart"));

        var kept = KeptBooks.last(entries);
        var restored = new RestoredBooks(kept, List.of(), List.of(), false);
        bench.engine =
                bench.life(PARAMETERS, true, new JournalPort(restored, entries::add, Bench.numbers(1000), false));
        bench.venue.start();
        bench.pass(Duration.ofMillis(100));

        assertEquals("0.003 BNB", bench.snapshot().totals().feesApartText());
    }

    @Test
    void twoHalvesOfAStepAreAStepOfTheOrder() {
        start();
        var order = bench.resting(Side.BID).get(0);
        fillHalfAStep();

        var own = bench.snapshot().orders().stream()
                .filter(row -> row.clientId()
                        == Objects.requireNonNull(order.clientId()).value())
                .findFirst()
                .orElseThrow();
        assertTrue(own.remaining().compareTo(Objects.requireNonNull(order.quantity())) < 0);
    }
}
