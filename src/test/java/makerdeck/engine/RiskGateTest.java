package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.clock.SteppedClock;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.Fees;
import makerdeck.domain.Level;
import makerdeck.domain.Limits;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.engine.OrderDesk.Draft;
import makerdeck.faults.FaultRow;
import makerdeck.snapshot.Mode;
import makerdeck.strategy.Parameters;
import org.junit.jupiter.api.Test;

class RiskGateTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final SteppedClock clock = new SteppedClock(Bench.START);

    /** 20 SOL and 7000 USDC at a mid of 150. */
    private Core core(Map<String, String> parameters) {
        var settings = new EngineSettings(
                Mode.SIM, "test", "SOL_USDC", Parameters.defaults().with(parameters), Map.of(), true, 7);
        var core = new Assembly(
                        settings,
                        new Links(
                                new ExchangeVenue(clock, Duration.ZERO),
                                Rehearsal.NONE,
                                clock,
                                happening -> {},
                                Bench.NO_MEMORY))
                .parts()
                .core();
        core.facts()
                .market(
                        new Market("SOL_USDC", "SOL", "USDC", CENT, CENT, CENT, null, null, MarketState.OPEN),
                        new Fees(BigDecimal.ONE, BigDecimal.ONE),
                        clock.instant());
        core.facts().book(new Book(level(14_999), level(15_001), 1), clock.instant());
        core.ledger().open(new Balances(held("20"), held("7000")), new BigDecimal("150"), clock.instant());
        return core;
    }

    private static List<Level> level(long ticks) {
        return List.of(new Level(new Price(ticks), new Quantity(100)));
    }

    private static Balance held(String amount) {
        return new Balance(new BigDecimal(amount), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static Draft quote(Side side, long ticks, long steps) {
        return new Draft(Role.QUOTE, 1, side, new Price(ticks), new Quantity(steps), false);
    }

    private static RiskGate risk(Core core, SlowMedian median) {
        return new RiskGate(core, median, new Restraint(core));
    }

    private Optional<String> refusal(Core core, Draft draft) {
        return risk(core, new SlowMedian(core.facts())).refusal(draft, clock.instant());
    }

    private Core limited(Limits limits) {
        var core = core(Map.of());
        core.facts()
                .market(
                        new Market("SOL_USDC", "SOL", "USDC", CENT, CENT, CENT, null, null, limits, MarketState.OPEN),
                        new Fees(BigDecimal.ONE, BigDecimal.ONE),
                        clock.instant());
        return core;
    }

    @Test
    void stopsWhatTheMarketItselfDoesNotTake() {
        var core = limited(new Limits(new BigDecimal("149.5"), new BigDecimal("150.5"), new BigDecimal("2")));

        assertTrue(refusal(core, quote(Side.BID, 14_949, 100)).orElseThrow().contains("149.5"));
        assertTrue(refusal(core, quote(Side.ASK, 15_051, 100)).orElseThrow().contains("150.5"));
        assertTrue(refusal(core, quote(Side.BID, 14_990, 201)).orElseThrow().contains("2 SOL"));
        assertTrue(refusal(core, quote(Side.BID, 14_990, 200)).isEmpty());
    }

    @Test
    void letsAnOrdinaryQuotePass() {
        assertEquals(Optional.empty(), refusal(core(Map.of()), quote(Side.BID, 14_985, 200)));
    }

    @Test
    @FaultRow("44")
    void stopsAnOrderLargerThanTheLargestAllowed() {
        var core = core(Map.of("max-order", "300"));

        assertEquals(Optional.of("max-order 300 USDC"), refusal(core, quote(Side.BID, 15_001, 200)));
        assertEquals(Optional.empty(), refusal(core, quote(Side.BID, 14_985, 200)));
    }

    @Test
    void stopsABidThatWouldHoldMoreThanAllowedWereAllBidsFilled() {
        var core = core(Map.of("max-position", "3400"));
        assertEquals(Optional.empty(), refusal(core, quote(Side.BID, 14_985, 200)));

        core.tracker()
                .sent(
                        NewOrder.maker(core.ids().next().orElseThrow(), Side.BID, new Price(14_985), new Quantity(100)),
                        Role.QUOTE,
                        1,
                        0,
                        clock.instant());

        assertEquals(Optional.of("max-position 3400 USDC"), refusal(core, quote(Side.BID, 14_985, 200)));
        assertEquals(Optional.empty(), refusal(core, quote(Side.ASK, 15_015, 200)));
    }

    @Test
    @FaultRow({"44", "49"})
    void stopsAQuoteOnceTheLiveOnesReachTheHardBand() {
        var core = core(Map.of("band.hard", "5"));
        assertEquals(Optional.empty(), refusal(core, quote(Side.BID, 14_985, 400)));

        core.tracker()
                .sent(
                        NewOrder.maker(core.ids().next().orElseThrow(), Side.BID, new Price(14_985), new Quantity(400)),
                        Role.QUOTE,
                        1,
                        0,
                        clock.instant());

        assertEquals(Optional.of("live orders reach the hard band 35 %"), refusal(core, quote(Side.BID, 14_985, 10)));
    }

    @Test
    void stopsPricesFarIntoTheMarketOfTheLastMinuteButNotFarAway() {
        var core = core(Map.of());
        var median = new SlowMedian(core.facts());
        var risk = risk(core, median);
        median.tick(clock.instant());

        assertTrue(risk.refusal(quote(Side.BID, 16_501, 10), clock.instant()).isPresent());
        assertTrue(risk.refusal(quote(Side.ASK, 13_499, 10), clock.instant()).isPresent());
        assertEquals(Optional.empty(), risk.refusal(quote(Side.BID, 10_000, 10), clock.instant()));
        assertEquals(Optional.empty(), risk.refusal(quote(Side.ASK, 25_000, 10), clock.instant()));
    }

    @Test
    @FaultRow("44")
    void stopsAFloodOfOrders() {
        var core = core(Map.of());
        var risk = risk(core, new SlowMedian(core.facts()));
        for (int i = 0; i < 200; i++) {
            assertEquals(Optional.empty(), risk.refusal(quote(Side.BID, 14_985, 1), clock.instant()));
        }

        assertEquals(
                Optional.of("more than 200 orders a second"),
                risk.refusal(quote(Side.BID, 14_985, 1), clock.instant()));
        clock.pass(Duration.ofMillis(1001));
        assertEquals(Optional.empty(), risk.refusal(quote(Side.BID, 14_985, 1), clock.instant()));
    }
}
