package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import makerdeck.domain.Side;
import makerdeck.journal.Entry;
import makerdeck.journal.RestoredBooks;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.Totals;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fees that the venue takes in an asset which is neither base nor quote. */
class FeesConvertedTest {

    @TempDir
    private Path folder;

    private final List<Entry> entries = new ArrayList<>();
    private final Bench bench = new Bench();

    private void start() {
        bench.engine = bench.life(
                Parameters.defaults(),
                true,
                new JournalPort(RestoredBooks.NONE, entries::add, Bench.numbers(0), false));
        bench.started();
        bench.venue.faults.add(Fault.FEE_THIRD_ASSET);
        bench.pass(Duration.ofSeconds(1));
    }

    private Totals totals() {
        return bench.snapshot().totals();
    }

    private <E extends Entry> Stream<E> all(Class<E> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static void assertSame(BigDecimal expected, BigDecimal actual) {
        assertEquals(0, expected.compareTo(actual), "was " + actual.toPlainString());
    }

    @Test
    void areBorneByTheProfitOnceTheyHaveAPrice() {
        start();
        bench.hit(Side.BID);
        bench.pass(Duration.ofSeconds(5));

        var fill = all(Entry.FillBooked.class).findFirst().orElseThrow();
        var conversion = all(Entry.FeesConverted.class).findFirst().orElseThrow();
        assertEquals("JTO", fill.feeAsset());
        assertSame(fill.fee(), conversion.amount());
        assertSame(new BigDecimal("2.5"), conversion.price());
        assertEquals(Map.of(), totals().feesApart());
        assertSame(fill.fee().multiply(new BigDecimal("2.5")), totals().feesQuote());
        var inventory = Objects.requireNonNull(bench.snapshot().inventory());
        assertSame(
                new BigDecimal("20").add(fill.quantity()),
                inventory.balances().base().total());
    }

    @Test
    void areATermOfTheProfitAndOfNoEquity() {
        start();
        bench.hit(Side.BID);
        bench.hit(Side.ASK);
        bench.pass(Duration.ofSeconds(70));

        var last =
                all(Entry.BooksValued.class).reduce((first, second) -> second).orElseThrow();
        var parts = last.parts();
        assertEquals(1, parts.feesConverted().signum());
        assertSame(last.equity().subtract(new BigDecimal("10000")).subtract(parts.feesConverted()), last.pnl());
        assertSame(
                parts.captured().add(parts.inventory()).subtract(parts.fees()).subtract(parts.feesConverted()),
                last.pnl());
        assertSame(last.pnl(), totals().pnl());
    }

    @Test
    void areAskedForOnceAMinuteAtMostAndOnlyWhileThereAreSome() {
        start();
        bench.pass(Duration.ofMinutes(3));
        assertEquals(List.of(), bench.venue.priceReads);

        for (var fill = 0; fill < 12; fill++) {
            bench.hit(fill % 2 == 0 ? Side.BID : Side.ASK);
            bench.pass(Duration.ofSeconds(15));
        }
        bench.pass(Duration.ofMinutes(2));

        var reads = bench.venue.priceReads;
        assertTrue(reads.size() >= 2, reads::toString);
        for (var at = 1; at < reads.size(); at++) {
            assertTrue(
                    Duration.between(reads.get(at - 1), reads.get(at)).compareTo(Duration.ofMinutes(1)) >= 0,
                    reads::toString);
        }
        assertEquals(Map.of(), totals().feesApart());
        var asked = reads.size();
        bench.pass(Duration.ofMinutes(5));
        assertEquals(asked, bench.venue.priceReads.size());
    }

    @Test
    void stayApartWithoutAMarketAndAreAskedForOnceAnHour() {
        start();
        bench.venue.listsThirdAsset = false;
        bench.hit(Side.BID);
        bench.pass(Duration.ofMinutes(5));

        assertEquals(1, bench.venue.priceReads.size());
        var fill = all(Entry.FillBooked.class).findFirst().orElseThrow();
        assertSame(fill.fee(), Objects.requireNonNull(totals().feesApart().get("JTO")));
        assertEquals(0, all(Entry.FeesConverted.class).count());
    }

    @Test
    void staySoOverARestart() throws IOException {
        var lives = new Lives(bench, folder);
        bench.started();
        bench.venue.faults.add(Fault.FEE_THIRD_ASSET);
        bench.pass(Duration.ofSeconds(1));
        bench.hit(Side.BID);
        bench.pass(Duration.ofSeconds(10));
        bench.hit(Side.ASK);
        bench.pass(Duration.ofSeconds(2));
        var before = totals();
        assertEquals(1, before.feesApart().size());

        lives.kill(Duration.ofSeconds(1));
        bench.venue.listsThirdAsset = false;
        lives.restart(Duration.ofSeconds(6));
        assertEquals(before, totals());

        lives.kill(Duration.ofSeconds(1));
        bench.venue.listsThirdAsset = true;
        lives.restart(Duration.ofSeconds(10));
        assertEquals(Map.of(), totals().feesApart());
        assertEquals(1, totals().feesQuote().compareTo(before.feesQuote()));
        lives.close();
    }
}
