package makerdeck.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Fees;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.engine.JournalPort;
import makerdeck.journal.Entry;
import makerdeck.journal.RestoredBooks;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fee of this market: by parameter, by own fills, or what the account says of all markets. */
class FeeRatesTest {

    private final FeeRates rates = new FeeRates();

    private static Fees bp(String maker, String taker) {
        return new Fees(new BigDecimal(maker), new BigDecimal(taker));
    }

    private boolean filled(String bp) {
        return rates.of(true).seen(new BigDecimal(bp));
    }

    private void assertMaker(String bp) {
        assertEquals(
                0,
                new BigDecimal(bp).compareTo(rates.fees(Parameters.defaults()).makerBp()),
                "not " + bp);
    }

    @Test
    void aCheaperFeeIsCountedOnWhenThreeFillsInARowHaveShownIt() {
        rates.told(bp("8", "10"));

        assertFalse(filled("0"));
        assertFalse(filled("0"));
        assertMaker("8");
        assertTrue(filled("0"));

        assertMaker("0");
        assertEquals(
                "engine.fee.rates[0.00, engine.fee.source.fills, 10.00, engine.fee.source.account]",
                Keys.of(rates.text(Parameters.defaults())));
        rates.told(bp("7", "10"));
        assertMaker("0");
    }

    @Test
    void aFillThatCostsWhatWasReckonedBeginsTheCountAnew() {
        rates.told(bp("8", "10"));

        for (int i = 0; i < 5; i++) {
            assertFalse(filled("0"));
            assertFalse(filled("0"));
            assertFalse(filled("8"));
        }

        assertMaker("8");
    }

    @Test
    void fillsThatAreCheaperByDifferentFeesAgreeOnNothing() {
        rates.told(bp("8", "10"));

        for (var fee : List.of("0", "4", "0", "4", "0", "4")) {
            assertFalse(filled(fee));
        }

        assertMaker("8");
    }

    @Test
    void aDearerFeeIsBelievedAtOnceAndGoesAgainWhenFillsSayTheAccountIsRight() {
        rates.told(bp("8", "10"));

        assertTrue(filled("12"));
        assertMaker("12");
        rates.told(bp("9", "10"));
        assertMaker("12");
        assertFalse(filled("9"));
        assertFalse(filled("9"));
        assertTrue(filled("9"));

        assertMaker("9");
        assertEquals(
                "engine.fee.rates[9.00, engine.fee.source.account, 10.00, engine.fee.source.account]",
                Keys.of(rates.text(Parameters.defaults())));
        rates.told(bp("13", "10"));
        assertMaker("13");
    }

    @Test
    void theRebateOfAnAccountIsItsFee() {
        rates.told(bp("-1", "5"));

        assertFalse(filled("-1"));
        assertMaker("-1");
        assertTrue(filled("0"));
        assertMaker("0");
    }

    @Test
    void whatTheOperatorSaysComesFirst() {
        rates.told(bp("8", "10"));
        filled("12");
        var said = Parameters.defaults().with(Map.of("fee.maker", "0", "fee.taker", "2.5"));

        assertEquals(0, rates.fees(said).makerBp().signum());
        assertEquals(
                "engine.fee.rates[0.00, engine.fee.source.parameter, 2.50, engine.fee.source.parameter]",
                Keys.of(rates.text(said)));
    }

    @ParameterizedTest
    @CsvSource({
        "0 0 0, 0, earlier-fills",
        "0 0, 8, account",
        "0 0 8, 8, account",
        "0 4 0, 8, account",
        "8 8 8, 8, account",
        "12 8 8, 12, earlier-fills",
        "12, 12, earlier-fills",
        "'', 8, account"
    })
    void whatFillsOfEarlierRunsHaveCostIsReckonedWithFromTheStart(String costs, String bp, String source) {
        var paid = Stream.of(costs.split(" "))
                .filter(cost -> !cost.isEmpty())
                .map(cost -> new FeeRates.Paid(true, new BigDecimal(cost)))
                .toList();
        var recalled = new FeeRates(paid);
        recalled.told(bp("8", "10"));
        recalled.told(bp("8", "10"));

        var row = recalled.row(Parameters.defaults());

        assertEquals(0, new BigDecimal(bp).compareTo(row.used().makerBp()), row.toString());
        assertEquals(source, row.maker().word());
        assertEquals("account", row.taker().word());
    }

    @Test
    void whatFillsShowAgainIsNotOfEarlierRunsAnyMore() {
        var recalled = new FeeRates(List.of(new FeeRates.Paid(true, new BigDecimal("12"))));
        recalled.told(bp("8", "10"));
        assertEquals(
                "engine.fee.rates[12.00, engine.fee.source.earlier-fills, 10.00, engine.fee.source.account]",
                Keys.of(recalled.text(Parameters.defaults())));

        recalled.of(true).seen(new BigDecimal("14"));

        assertEquals(
                "engine.fee.rates[14.00, engine.fee.source.fills, 10.00, engine.fee.source.account]",
                Keys.of(recalled.text(Parameters.defaults())));
    }

    @Test
    void aDeskStartedAgainQuotesWithTheFeeThatItsEarlierFillsShowed() {
        var paid = Stream.of("1", "2", "3")
                .map(id -> new Entry.FillBooked(
                        Bench.START.minusSeconds(60),
                        id,
                        1,
                        null,
                        "QUOTE",
                        Side.BID,
                        new BigDecimal("150"),
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        "SOL",
                        true,
                        new BigDecimal("150")))
                .toList();
        var restored = new RestoredBooks(null, List.of(), List.of(), true, Set.of(), paid);
        var bench = new Bench();
        bench.engine = bench.life(
                Parameters.defaults().with(Map.of("spread", "0.05", "spread.mode", "fixed")),
                true,
                new JournalPort(restored, entry -> {}, Bench.numbers(0), false));
        bench.started();

        assertEquals(
                "earlier-fills",
                Objects.requireNonNull(bench.snapshot().fees()).maker().word());
        assertTrue(Objects.requireNonNull(bench.snapshot().quoting().spread()).compareTo(new BigDecimal("0.051")) < 0);
    }

    private static long halfOfBest(Bench bench) {
        return 15_000 - Math.round(Double.parseDouble(bench.best(Side.BID)) * 100);
    }

    /** The account is told 20 bp and pays 8: the floor comes down with the third fill. */
    @Test
    void theFloorOfTheQuotesComesDownToWhatFillsHaveCost() {
        var bench = new Bench().with(Map.of("spread", "0.05", "spread.mode", "fixed", "duration", "0"));
        bench.venue.toldFees = bp("20", "10");
        bench.started();
        var dear = halfOfBest(bench);

        for (int i = 0; i < 3; i++) {
            bench.hit(i % 2 == 0 ? Side.BID : Side.ASK);
            bench.pass(Duration.ofSeconds(40));
        }

        assertEquals(
                List.of(Message.of("engine.fee.maker-cheaper", "8.00", "20.00")),
                bench.told("engine.fee.maker-cheaper"));
        assertTrue(halfOfBest(bench) < dear - 10, halfOfBest(bench) + " after " + dear);
        bench.command("show stats", new DeskCommand.Show(DeskCommand.Show.Subject.STATS));
        var rates = bench.told("engine.fee.rates");
        assertEquals(
                List.of("8.00", Message.of("engine.fee.source.fills")),
                Keys.values(rates.get(rates.size() - 1), "engine.fee.rates").subList(0, 2));
    }

    @Test
    void aFeeByParameterIsWhatTheFloorAndThePreviewReckonWith() {
        var bench = new Bench().with(Map.of("spread", "0.05", "spread.mode", "fixed", "duration", "0"));
        bench.started();
        var dear = halfOfBest(bench);

        bench.command("set fee.maker 0", new DeskCommand.SetParameters(Map.of("fee.maker", "0")));
        bench.pass(Duration.ofSeconds(3));

        assertTrue(halfOfBest(bench) < dear - 8, halfOfBest(bench) + " after " + dear);
        assertTrue(Objects.requireNonNull(bench.snapshot().quoting().spread()).compareTo(new BigDecimal("0.051")) < 0);
    }
}
