package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import makerdeck.command.DeskCommand;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.engine.input.Input;
import makerdeck.engine.log.Texts;
import makerdeck.faults.FaultRow;
import makerdeck.journal.RestoredBooks;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.snapshot.DeskState;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A desk that died and lives again, with a real journal: as if it had never stopped. */
class RestartTest {

    private static final Duration SETTLES = Duration.ofSeconds(6);
    private static final String OPENING = "10000";

    @TempDir
    private Path folder;

    private Lives lives() throws IOException {
        var lives = new Lives(new Bench(), folder);
        lives.bench.started();
        return lives;
    }

    private static Set<ClientId> ids(Bench bench) {
        return bench.resting().stream()
                .map(order -> Objects.requireNonNull(order.clientId()))
                .collect(Collectors.toSet());
    }

    @Test
    void aHaltOutlivesEveryRestartUntilItIsResumed() throws IOException {
        var lives = lives();
        lives.bench.command("halt", new DeskCommand.Halt(Message.plain("typed")));
        lives.bench.pass(Duration.ofSeconds(1));

        for (int again = 0; again < 2; again++) {
            lives.kill(Duration.ofSeconds(2));
            lives.restart(SETTLES);

            assertEquals(DeskState.HALTED, lives.bench.snapshot().state());
            assertTrue(
                    Keys.of(lives.bench.snapshot().reason()).contains("typed"),
                    () -> "" + lives.bench.snapshot().reason());
            assertEquals(Set.of(), ids(lives.bench));
        }
        lives.bench.command("resume", new DeskCommand.Resume(null));
        lives.bench.pass(SETTLES);
        assertEquals(DeskState.QUOTING, lives.bench.snapshot().state());

        lives.kill(Duration.ofSeconds(2));
        lives.restart(SETTLES);
        assertEquals(DeskState.QUOTING, lives.bench.snapshot().state());
    }

    @Test
    void goesOnWithPositionProfitAndTotals() throws IOException {
        var lives = lives();
        lives.bench.hit(Side.BID);
        lives.bench.pass(Duration.ofSeconds(3));
        lives.bench.hit(Side.ASK);
        lives.bench.pass(Duration.ofSeconds(3));
        var before = lives.bench.snapshot().totals();

        lives.kill(Duration.ofSeconds(2));
        lives.restart(SETTLES);

        assertEquals(before, lives.bench.snapshot().totals());
        assertEquals(DeskState.QUOTING, lives.bench.snapshot().state());
        lives.assertTotals(OPENING, "0");
        lives.bench.assertInOrder();
    }

    /** Its books are there before its market is: over more than a minute, and when it is told to go. */
    @Test
    void aDeskWhoseVenueNeverAnswersWaitsAndLeavesAllTheSame() throws IOException {
        var lives = lives();
        lives.bench.hit(Side.BID);
        lives.bench.pass(Duration.ofSeconds(3));
        lives.kill(Duration.ofSeconds(2));

        lives.restartDeaf(Duration.ofSeconds(130));

        assertEquals(DeskState.STARTING, lives.bench.snapshot().state());
        lives.bench.command("quit", new DeskCommand.Quit(false));
        lives.bench.pass(Duration.ofSeconds(60));
        assertNotNull(lives.bench.outcome());
        assertEquals(List.of(), lives.bench.told("engine.halt.defect"));
    }

    @Test
    void theDayGoesOnOverARestartAndTheSessionWhenItWasCutOff() throws IOException {
        var lives = lives();
        lives.bench.hit(Side.BID);
        lives.bench.pass(Duration.ofSeconds(70));
        var before = Objects.requireNonNull(lives.bench.snapshot().earnings());

        lives.kill(Duration.ofSeconds(2));
        lives.restart(SETTLES);

        var after = Objects.requireNonNull(lives.bench.snapshot().earnings());
        assertEquals(before, after);
        assertEquals(
                0,
                Objects.requireNonNull(after.today())
                        .profit()
                        .compareTo(lives.bench.snapshot().totals().pnl()));
        assertEquals(after.today(), after.session());
    }

    @Test
    void theReviewOfASessionThatWasCutOffSaysHowLongAllOfItWas() throws IOException {
        var lives = lives();
        lives.bench.hit(Side.BID);
        lives.bench.pass(Duration.ofSeconds(70));
        lives.kill(Duration.ofSeconds(2));
        lives.restart(SETTLES);

        var bench = lives.bench;
        var quit = new DeskCommand.Preview(7, List.of(new DeskCommand.Quit(false)));
        bench.engine.step(new Input.FromOperator(bench.clock.instant(), "quit", quit));

        var rows = Keys.saying(bench.snapshot().previews().of(7).rows(), "engine.quit.review-result-gone-on");
        assertEquals(1, rows.size());
        var session = Objects.requireNonNull(
                Objects.requireNonNull(bench.snapshot().earnings()).session());
        var length = Texts.length(Duration.between(session.since(), bench.clock.instant()));
        assertEquals(List.of(length, 0L), rows.get(0).values().subList(0, 2));
    }

    @Test
    void booksWhatWasFilledWhileItWasDownExactlyOnce() throws IOException {
        var lives = lives();
        lives.bench.hit(Side.BID);
        lives.bench.pass(Duration.ofSeconds(3));

        lives.kill(Duration.ofSeconds(1));
        lives.bench.hit(Side.ASK);
        lives.bench.hit(Side.BID);
        lives.bench.passWithoutDesk(Duration.ofHours(1));
        lives.restart(SETTLES);

        assertEquals(3, lives.bench.snapshot().totals().fills());
        lives.assertTotals(OPENING, "0");
        lives.bench.assertInOrder();
        lives.kill(Duration.ofSeconds(1));
        lives.restart(SETTLES);
        assertEquals(3, lives.bench.snapshot().totals().fills());
        lives.assertTotals(OPENING, "0");
    }

    @Test
    @FaultRow("40")
    void beginsNewBooksWithWhatTheVenueSaysWhenTheJournalIsDamaged() throws IOException {
        var lives = lives();
        lives.bench.hit(Side.BID);
        lives.bench.pass(Duration.ofSeconds(3));
        var left = ids(lives.bench);

        lives.kill(Duration.ofSeconds(1));
        lives.damage();
        lives.bench.invariants.newLife();
        lives.restart(SETTLES);

        assertFalse(lives.wasSound());
        assertEquals(DeskState.QUOTING, lives.bench.snapshot().state());
        assertTrue(ids(lives.bench).stream().noneMatch(left::contains));
        assertEquals(0, lives.bench.snapshot().totals().fills());
        lives.bench.hit(Side.ASK);
        lives.bench.pass(Duration.ofSeconds(3));
        assertEquals(1, lives.bench.snapshot().totals().fills());
        lives.bench.assertInvariants();
    }

    @Test
    void findsOnTheVenueWhatTheJournalDidNotGetAnyMore() throws IOException {
        var lives = lives();
        lives.bench.hit(Side.BID);
        lives.bench.pass(Duration.ofSeconds(3));

        lives.stopWriting();
        lives.bench.hit(Side.ASK);
        lives.bench.pass(Duration.ofMillis(200));
        assertEquals(2, lives.bench.snapshot().totals().fills());
        lives.kill(Duration.ofSeconds(1));
        lives.restart(SETTLES);

        assertEquals(2, lives.bench.snapshot().totals().fills());
        lives.assertTotals(OPENING, "0");
        lives.bench.assertInOrder();
    }

    @Test
    void cancelsWhatTheEarlierLifeLeftBeforeItQuotes() throws IOException {
        var lives = lives();
        var left = ids(lives.bench);
        var batches = lives.bench.venue.batches.size();

        lives.kill(Duration.ofSeconds(1));
        assertEquals(left, ids(lives.bench));
        lives.restart(Duration.ZERO);
        while (lives.bench.venue.batches.size() == batches) {
            lives.bench.pass(Duration.ofMillis(10));
        }

        assertEquals(Set.of(), ids(lives.bench));
        lives.bench.pass(SETTLES);
        var now = ids(lives.bench);
        assertEquals(6, now.size());
        now.retainAll(left);
        assertEquals(Set.of(), now);
    }

    @Test
    void knowsWhatOfALeftOrderWasFilledBeforeAndAfterTheCrash() throws IOException {
        var lives = lives();
        var bid = BigDecimal.valueOf(lives.bench.prices(Side.BID).get(2), 2).toPlainString();
        lives.bench.take(Side.ASK, bid, "100.30");
        lives.bench.book("149.99", "150.01");
        lives.bench.pass(Duration.ofMillis(100));

        lives.kill(Duration.ofHours(1));
        lives.bench.take(Side.ASK, bid, "100.20");
        lives.bench.book("149.99", "150.01");
        lives.restart(SETTLES);

        assertEquals(2, lives.bench.snapshot().totals().fills());
        assertEquals("", Keys.of(lives.bench.snapshot().reason()));
        lives.bench.assertInOrder();
        lives.assertTotals(OPENING, "0");
    }

    @Test
    void takesADepositWhileItWasDownAsATransfer() throws IOException {
        var lives = lives();
        lives.bench.hit(Side.BID);
        lives.bench.pass(Duration.ofSeconds(3));
        var before = lives.bench.snapshot().totals().pnl();

        lives.kill(Duration.ofSeconds(1));
        lives.bench.hit(Side.ASK);
        lives.bench.venue.books().deposit("USDC", "500");
        lives.restart(Duration.ofSeconds(15));

        assertEquals(2, lives.bench.snapshot().totals().fills());
        lives.assertTotals(OPENING, "500");
        var change = lives.bench.snapshot().totals().pnl().subtract(before).abs();
        assertTrue(change.compareTo(new BigDecimal("10")) < 0, "was " + change);
    }

    @Test
    void goesOnAfterAnOrderlyEndToo() throws IOException {
        var lives = lives();
        lives.bench.hit(Side.BID);
        lives.bench.pass(Duration.ofSeconds(3));

        lives.bench.command("quit", new DeskCommand.Quit(false));
        lives.bench.pass(Duration.ofSeconds(2));
        assertTrue(lives.bench.engine.outcome().orElseThrow().clean());
        lives.kill(Duration.ofHours(10));
        lives.restart(SETTLES);

        assertEquals(1, lives.bench.snapshot().totals().fills());
        lives.assertTotals(OPENING, "0");
    }

    @Test
    void countsTheLossOfASessionThatWasCutOffOnAndThatOfANewSessionAfresh() throws IOException {
        var lives = lives().with(Map.of("max-loss", "30"));
        lives.bench.startedAsItIs();
        lives.bench.book("148.99", "149.01");
        lives.bench.pass(Duration.ofSeconds(2));
        assertEquals(DeskState.QUOTING, lives.bench.snapshot().state());

        lives.kill(Duration.ofSeconds(1));
        lives.restart(SETTLES);
        lives.bench.book("148.29", "148.31");
        lives.bench.pass(Duration.ofSeconds(2));
        assertEquals(DeskState.HALTED, lives.bench.snapshot().state());

        lives.bench.command("quit", new DeskCommand.Quit(false));
        lives.bench.pass(Duration.ofSeconds(2));
        lives.kill(Duration.ofSeconds(1));
        lives.restart(SETTLES);
        // The halt outlives its session; the loss does not.
        assertEquals(DeskState.HALTED, lives.bench.snapshot().state());
        lives.bench.command("resume", new DeskCommand.Resume(null));
        lives.bench.pass(SETTLES);
        assertEquals(DeskState.QUOTING, lives.bench.snapshot().state());
    }

    @Test
    void quotesNothingAndSaysWhyWhileNoOrderNumbersAreReserved() {
        var bench = new Bench();
        bench.engine = bench.life(
                Parameters.defaults(),
                true,
                new JournalPort(RestoredBooks.NONE, entry -> {}, OptionalLong::empty, false));

        bench.started();

        assertEquals(List.of(), bench.resting());
        assertEquals(
                "engine.no-order-numbers", Keys.of(bench.snapshot().quoting().bidReason()));
    }

    @Test
    void beginsAnewWhenTheJournalIsGone() throws IOException {
        var lives = lives();
        lives.bench.hit(Side.BID);
        lives.bench.pass(Duration.ofSeconds(3));

        lives.kill(Duration.ofSeconds(1));
        Files.delete(folder.resolve("journal.db"));
        lives.restart(SETTLES);

        assertEquals(0, lives.bench.snapshot().totals().fills());
        assertEquals(0, lives.bench.snapshot().totals().pnl().signum());
        lives.bench.assertHoldings();
    }

    static List<Long> seeds() {
        return LongStream.rangeClosed(1, 3).boxed().toList();
    }

    /** Fifty lives on a busy market, each cut off at a random moment. */
    @ParameterizedTest
    @MethodSource("seeds")
    void losesNothingAndBooksNothingTwiceOverFiftyCrashes(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var bench = new Bench(new MarketSource.Agents(MarketPreset.DEMO), seed);
        bench.keepsOrderNews = false;
        var lives = new Lives(bench, folder).with(Map.of("spread.mode", "fixed", "spread", "0.02", "fee-floor", "off"));
        bench.startedAsItIs();
        bench.pass(Duration.ofSeconds(2));
        var opening = opening(bench);
        var ids = new HashSet<ClientId>();

        for (var life = 0; life < 50; life++) {
            bench.pass(Duration.ofMillis(random.nextInt(1, 8000)));
            if (random.nextBoolean()) {
                lives.stopWriting();
                bench.pass(Duration.ofMillis(random.nextInt(10, 200)));
            }
            lives.kill(Duration.ofMillis(random.nextInt(10, 5000)));
            lives.restart(Duration.ofSeconds(6));
            assertTrue(
                    bench.snapshot().totals().fills()
                            >= bench.venue.books().fills(Bench.START).size() - 1,
                    "life " + life);
        }
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(5));

        lives.close();
        bench.venue.batches.forEach(batch -> batch.forEach(order -> assertTrue(ids.add(order.clientId()))));
        bench.assertInOrder();
        assertTrue(
                bench.snapshot().totals().fills() > 50,
                "fills " + bench.snapshot().totals().fills());
        lives.assertTotals(opening, "0");
    }

    /** What the account was worth when the books were opened. */
    private static String opening(Bench bench) {
        var now = Objects.requireNonNull(bench.snapshot().inventory()).total();
        return now.subtract(bench.snapshot().totals().pnl()).toPlainString();
    }
}
