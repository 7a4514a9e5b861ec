package makerdeck.laboratory.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import makerdeck.laboratory.model.RunFill;
import makerdeck.laboratory.model.RunResult;
import makerdeck.laboratory.model.RunSettings;
import makerdeck.laboratory.model.Strategy;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.recorded.RecordedMarket;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.Test;

/** A desk close to the mid in the market that has most takers, so that a few minutes are enough. */
class VirtualRunTest {

    private static final Strategy CLOSE = new Strategy.Desk(
            Parameters.defaults().with(Map.of("spread.mode", "fixed", "fee-floor", "off", "spread", "0.08")));

    private static RunSettings settings(long seed) {
        return new RunSettings(
                ListedMarkets.find("SOL_USDC").orElseThrow(),
                new MarketSource.Agents(MarketPreset.DEMO),
                seed,
                Duration.ofMinutes(4),
                CLOSE);
    }

    private static final RunResult FIRST = VirtualRun.of(settings(1));

    @Test
    void theSameSettingsGiveTheSameResultOnAnyThreadAndBesideOthers() throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(2);
        try {
            Callable<RunResult> run = () -> VirtualRun.of(settings(1));
            Callable<RunResult> other = () -> VirtualRun.of(settings(2));

            var results = threads.invokeAll(List.of(run, other, run));

            assertEquals(FIRST, results.get(0).get());
            assertEquals(FIRST, results.get(2).get());
            assertNotEquals(FIRST, results.get(1).get());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theMoneyAddsUpToTheLastDigit() {
        var money = FIRST.money();

        assertEquals(
                0,
                money.pnl()
                        .compareTo(money.captured()
                                .add(money.inventory())
                                .subtract(money.fees())
                                .add(money.rebalance())));
        assertTrue(money.fees().signum() > 0);
        assertTrue(money.drawdown().signum() > 0);
        assertTrue(money.drawdown().compareTo(money.pnl().negate()) >= 0, "a loss is a drawdown too: " + money);
    }

    @Test
    void everyFillSaysWhereItWasAndWhatCameOfIt() {
        assertTrue(FIRST.fills().size() >= 3, "fills " + FIRST.fills().size());
        for (var fill : FIRST.fills()) {
            assertTrue(fill.layer() >= 1 && fill.layer() <= 3, fill.toString());
            assertTrue(fill.distanceBp().orElseThrow() > 0, fill.toString());
            assertTrue(fill.known() != null, fill.toString());
            assertEquals(8, fill.feeBp(), 1e-6);
        }
        var whole = FIRST.fills().get(0);
        assertTrue(
                RunFill.MARKOUTS.stream()
                        .allMatch(seconds -> whole.markoutBp(seconds).isPresent()),
                whole.toString());
        assertEquals(
                FIRST.fills().stream().map(RunFill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add),
                FIRST.volumeBase());
    }

    @Test
    void theDeskQuotesNearlyAllTheTime() {
        assertEquals(Duration.ofMinutes(4), FIRST.length());
        for (var quoted : List.of(FIRST.bids(), FIRST.asks())) {
            assertTrue(quoted.compareTo(Duration.ofSeconds(210)) > 0, "quoted " + quoted);
            assertTrue(quoted.compareTo(Duration.ofSeconds(241)) < 0, "quoted " + quoted);
        }
        assertTrue(FIRST.requests().batches() > 0 && FIRST.requests().cancels() > 0);
        assertNull(FIRST.halted());
    }

    @Test
    void whoHoldsHasTheBasketAndNothingElse() {
        var held = VirtualRun.of(settings(1).with(new Strategy.Hold()));

        assertEquals(BigDecimal.ZERO, held.money().alpha());
        assertEquals(List.of(), held.fills());
        assertEquals(0, held.requests().all());
        assertFalse(held.money().pnl().signum() == 0);
        // The market is another one with a desk in it, but not by much in a few minutes.
        var difference = held.money()
                .pnl()
                .subtract(FIRST.money().pnl().subtract(FIRST.money().alpha()));
        assertTrue(difference.abs().doubleValue() < 20, "basket " + difference);
    }

    @Test
    void aDeskThatHaltsSaysWhy() {
        var careful = new Strategy.Desk(Parameters.defaults()
                .with(Map.of("spread.mode", "fixed", "fee-floor", "off", "spread", "0.02", "max-loss", "0.05")));

        var halted = VirtualRun.of(settings(1).with(careful));

        var halt = halted.halt().orElseThrow();
        assertEquals("engine.limit.max-loss", halt.why().key());
        assertTrue(halt.after().compareTo(Duration.ZERO) > 0 && halt.after().compareTo(halted.length()) < 0);
        assertTrue(halted.bids().compareTo(FIRST.bids()) < 0);
    }

    @Test
    void aLatencyCostsTime() {
        var settings = settings(1);
        var far = new RunSettings(
                settings.market(),
                settings.source(),
                1,
                settings.length(),
                CLOSE,
                Duration.ofMillis(900),
                settings.fees(),
                settings.funds());

        assertNotEquals(FIRST.fills(), VirtualRun.of(far).fills());
    }

    @Test
    void aRecordedFeedIsPlayedToItsEnd() throws IOException {
        var file = Path.of(System.getProperty("shared", "../shared"), "replay", "btcusdt_20240808.gz");
        assumeTrue(Files.exists(file), "no recorded feed here");
        var settings = new RunSettings(
                RecordedMarket.of(file), new MarketSource.Recording(file), 1, Duration.ofHours(1), CLOSE);

        var result = VirtualRun.of(settings);

        assertEquals(346, result.length().toSeconds());
        assertTrue(result.bids().compareTo(Duration.ofMinutes(5)) > 0, "bids " + result.bids());
    }
}
