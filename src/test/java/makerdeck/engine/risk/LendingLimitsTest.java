package makerdeck.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.OrderStage;
import org.junit.jupiter.api.Test;

/** A desk on an account that lends its idle funds. */
class LendingLimitsTest {

    private final Bench bench = new Bench();

    private void lend(boolean on) {
        bench.venue.books().lend(on);
    }

    /** Nothing is idle any more when the desk comes. */
    private Bench lending() {
        lend(true);
        bench.passWithoutDesk(Duration.ofSeconds(1));
        return bench;
    }

    private List<Message> told(String key) {
        return bench.told(key);
    }

    private BigDecimal transfers() {
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(1));
        return bench.latest(DeskNews.SessionReported.class).figures().parts().transfers();
    }

    private void assertQuotesBothSides() {
        assertEquals(3, bench.resting(Side.BID).size());
        assertEquals(3, bench.resting(Side.ASK).size());
    }

    @Test
    @FaultRow("63")
    void quotesThreeAndThreeWithLentFundsWithinTwoSecondsOfResume() {
        lending().engine = bench.engine(makerdeck.strategy.parameters.Parameters.defaults(), false);
        bench.started();
        assertEquals(0, bench.resting().size());

        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(2));

        assertQuotesBothSides();
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(0, bench.exchange.balance(bench.desk, "USDC").available().signum());
    }

    @Test
    void tellsThatTheAccountLendsOnceAtTheStart() {
        lending().started().pass(Duration.ofMinutes(3));

        assertEquals(
                List.of(Message.of("engine.lending.redeem", "20", "SOL", "7000", "USDC")),
                told("engine.lending.redeem"));
        lend(false);
        bench.pass(Duration.ofMinutes(1));

        assertEquals(1, told("engine.lending.off").size());
    }

    @Test
    void fundsThatAreLentWhileTheDeskQuotesAreNeitherLostNorComeIn() {
        bench.started();

        for (int round = 0; round < 6; round++) {
            lend(round % 2 == 0);
            bench.pass(Duration.ofMinutes(1));
            bench.hit(round % 2 == 0 ? Side.BID : Side.ASK);
            bench.pass(Duration.ofSeconds(20));
            assertQuotesBothSides();
            bench.assertHoldings();
        }

        assertEquals(List.of(), told("engine.balance.transfer"));
        assertEquals(0, transfers().signum());
    }

    @Test
    void aDepositIntoThePoolIsATransferAllTheSame() {
        lending().started();

        bench.venue.books().deposit("USDC", "500");
        bench.pass(Duration.ofMinutes(2));

        assertEquals(0, new BigDecimal("500").compareTo(transfers()));
    }

    @Test
    void withNeverTheSideSaysThatItsFundsAreLent() {
        lending().with(Map.of("lend", "never")).started();

        assertEquals(0, bench.resting().size());
        var quoting = bench.snapshot().quoting();
        assertEquals(
                List.of("7000", "USDC"),
                Keys.values(quoting.bidReason(), "strategy.size.lent").subList(0, 2));
        assertEquals(
                List.of("20", "SOL"),
                Keys.values(quoting.askReason(), "strategy.size.lent").subList(0, 2));
        assertEquals(1, told("engine.lending.never").size());

        bench.command("set lend redeem", new DeskCommand.SetParameters(Map.of("lend", "redeem")));
        bench.pass(Duration.ofSeconds(2));

        assertQuotesBothSides();
    }

    private List<DeskEvent> refused() {
        return bench.events.stream()
                .filter(event ->
                        event.news() instanceof DeskNews.OrderMoved order && order.stage() == OrderStage.REJECTED)
                .toList();
    }

    @Test
    @FaultRow("63")
    void aPoolThatGivesNothingBackIsTheSidesReasonAndAskedOnceAMinute() {
        bench.venue.faults.add(Fault.LEND_THROTTLE);
        lending().started().pass(Duration.ofSeconds(50));

        var quoting = bench.snapshot().quoting();
        assertEquals(
                "USDC",
                Keys.values(quoting.bidReason(), "engine.lending.refused").get(0));
        assertEquals(
                "SOL",
                Keys.values(quoting.askReason(), "engine.lending.refused").get(0));
        assertEquals(DeskState.UNQUOTED, bench.snapshot().state());
        assertEquals(2, refused().size());
        bench.pass(Duration.ofMinutes(10));
        assertEquals(12, refused().size());
        assertEquals(
                2,
                bench.all(Kind.ALERT).stream()
                        .filter(alert -> alert.text().key().equals("engine.refused.side")
                                && Keys.says(alert.text(), "engine.lending.refused"))
                        .count(),
                () -> told("engine.lending.refused").toString());

        bench.venue.faults.clear();
        bench.pass(Duration.ofMinutes(1).plusSeconds(5));

        assertQuotesBothSides();
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.assertInOrder();
    }

    @Test
    @FaultRow("63")
    void theSideOfAThrottledPoolWaitsAloneAndLosesNoRestingOrder() {
        lending().started().pass(Duration.ofSeconds(5));
        bench.venue.faults.add(Fault.LEND_THROTTLE);

        bench.hit(Side.BID);
        bench.pass(Duration.ofSeconds(50));

        assertEquals(3, bench.resting(Side.ASK).size());
        assertEquals(2, bench.resting(Side.BID).size());
        assertTrue(refused().size() <= 2, refused().toString());
        bench.venue.faults.clear();
        bench.pass(Duration.ofMinutes(1));

        assertQuotesBothSides();
    }

    @Test
    void lentFundsAreShownAndCountedOnce() {
        lending().started().pass(Duration.ofMinutes(1));

        var balances = Objects.requireNonNull(bench.snapshot().inventory()).balances();
        var held = bench.exchange.balance(bench.desk, "USDC");

        assertEquals(0, held.lent().compareTo(balances.quote().lent()));
        assertEquals(0, held.locked().compareTo(balances.quote().locked()));
        assertEquals(0, new BigDecimal("7000").compareTo(balances.quote().total()));
    }
}
