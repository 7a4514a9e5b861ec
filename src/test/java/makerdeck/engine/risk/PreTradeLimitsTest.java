package makerdeck.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import makerdeck.engine.Bench;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.ReferencePrice;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.ForeignOrders;
import makerdeck.engine.orders.OrderDraft;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.orders.UnreadableOrders;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.Quote;
import makerdeck.strategy.quoting.QuoteLadder;
import makerdeck.strategy.quoting.Quotes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreTradeLimitsTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** What the limits look at. */
    private static final class Account {
        private final MarketData market = new MarketData();
        private final Ledger ledger = new Ledger();
        private final OrderTracker tracker = new OrderTracker((order, before, reason) -> {});
        private final ForeignOrders foreign = new ForeignOrders();
        private final ClientIdAllocator ids = new ClientIdAllocator(7, Bench.NO_MEMORY.numbers());
        private final SteppedClock clock;
        private final ParameterHistory history;

        private Account(Parameters parameters, SteppedClock clock) {
            this.clock = clock;
            history = new ParameterHistory(parameters, Map.of(), clock);
        }

        private ReduceOnly reduceOnly(Clock ticking) {
            var available = new AvailableBalances(market, new AccountReading(), history, ledger, tracker, foreign);
            return new ReduceOnly(ticking, market, new ConnectionState(), history, tracker, ledger, available);
        }

        private PreTradeLimits limits(ReferencePrice reference) {
            return limits(reference, reduceOnly(clock));
        }

        private PreTradeLimits limits(ReferencePrice reference, ReduceOnly reduceOnly) {
            return new PreTradeLimits(
                    market, history, tracker, foreign, new UnreadableOrders(), ledger, reference, reduceOnly);
        }
    }

    private final SteppedClock clock = new SteppedClock(Bench.START);

    /** 20 SOL and 7000 USDC at a mid of 150. */
    private Account account(Map<String, String> parameters) {
        var account = new Account(Parameters.defaults().with(parameters), clock);
        account.market.rules(
                new Market("SOL_USDC", "SOL", "USDC", CENT, CENT, CENT, null, null, MarketState.OPEN),
                new Fees(BigDecimal.ONE, BigDecimal.ONE),
                clock.instant());
        account.market.book(new Book(level(14_999), level(15_001), 1), clock.instant());
        account.ledger.open(new Balances(held("20"), held("7000")), new BigDecimal("150"), clock.instant());
        return account;
    }

    private static List<Level> level(long ticks) {
        return List.of(new Level(new Price(ticks), new Quantity(100)));
    }

    private static Balance held(String amount) {
        return new Balance(new BigDecimal(amount), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static OrderDraft quote(Side side, long ticks, long steps) {
        return new OrderDraft(OrderPurpose.QUOTE, 1, side, new Price(ticks), new Quantity(steps), false);
    }

    private static PreTradeLimits risk(Account account, ReferencePrice reference) {
        return account.limits(reference);
    }

    private Optional<Message> refusal(Account account, OrderDraft draft) {
        return risk(account, new ReferencePrice(account.market)).refusal(draft, clock.instant());
    }

    private Account limited(Limits limits) {
        var account = account(Map.of());
        account.market.rules(
                new Market("SOL_USDC", "SOL", "USDC", CENT, CENT, CENT, null, null, limits, MarketState.OPEN),
                new Fees(BigDecimal.ONE, BigDecimal.ONE),
                clock.instant());
        return account;
    }

    @Test
    void stopsWhatTheMarketItselfDoesNotTake() {
        var account = limited(new Limits(new BigDecimal("149.5"), new BigDecimal("150.5"), new BigDecimal("2")));

        assertEquals("strategy.range.lowest[149.5]", Keys.of(refusal(account, quote(Side.BID, 14_949, 100))));
        assertEquals("strategy.range.highest[150.5]", Keys.of(refusal(account, quote(Side.ASK, 15_051, 100))));
        assertEquals("engine.limit.max-quantity[2, SOL]", Keys.of(refusal(account, quote(Side.BID, 14_990, 201))));
        assertTrue(refusal(account, quote(Side.BID, 14_990, 200)).isEmpty());
    }

    @Test
    void letsAnOrdinaryQuotePass() {
        assertEquals("", Keys.of(refusal(account(Map.of()), quote(Side.BID, 14_985, 200))));
    }

    @Test
    @FaultRow("44")
    void stopsAnOrderLargerThanTheLargestAllowed() {
        var account = account(Map.of("max-order", "300"));

        assertEquals("engine.limit.max-order[300, USDC]", Keys.of(refusal(account, quote(Side.BID, 15_001, 200))));
        assertEquals("", Keys.of(refusal(account, quote(Side.BID, 14_985, 200))));
    }

    @Test
    void stopsABidThatWouldHoldMoreThanAllowedWereAllBidsFilled() {
        var account = account(Map.of("max-position", "3400"));
        assertEquals("", Keys.of(refusal(account, quote(Side.BID, 14_985, 200))));

        account.tracker.sent(
                NewOrder.maker(account.ids.next().orElseThrow(), Side.BID, new Price(14_985), new Quantity(100)),
                OrderPurpose.QUOTE,
                1,
                0,
                clock.instant());

        assertEquals("engine.limit.max-position[3400, USDC]", Keys.of(refusal(account, quote(Side.BID, 14_985, 200))));
        assertEquals("", Keys.of(refusal(account, quote(Side.ASK, 15_015, 200))));
    }

    @Test
    @FaultRow({"44", "49"})
    void stopsAQuoteOnceTheLiveOnesReachTheHardBand() {
        var account = account(Map.of("band.hard", "5"));
        assertEquals("", Keys.of(refusal(account, quote(Side.BID, 14_985, 400))));

        account.tracker.sent(
                NewOrder.maker(account.ids.next().orElseThrow(), Side.BID, new Price(14_985), new Quantity(400)),
                OrderPurpose.QUOTE,
                1,
                0,
                clock.instant());

        assertEquals("engine.limit.band[35]", Keys.of(refusal(account, quote(Side.BID, 14_985, 10))));
    }

    @ParameterizedTest
    @CsvSource({"BID, 14985", "ASK, 15015"})
    @FaultRow({"44", "49"})
    void anOrderThatWouldReachTheHardBandExactlyLeavesNoRoomForAnother(Side side, long ticks) {
        // 20 SOL are 30 % of 10000 USDC: four more, or fewer, are 6 points to the last digit.
        var account = account(Map.of("band.hard", "6"));
        rest(account, side, ticks, 399);
        assertEquals("", Keys.of(refusal(account, quote(side, ticks, 1))));

        rest(account, side, ticks, 1);

        assertTrue(refusal(account, quote(side, ticks, 1)).isPresent());
    }

    private void rest(Account account, Side side, long ticks, long steps) {
        account.tracker.sent(
                NewOrder.maker(account.ids.next().orElseThrow(), side, new Price(ticks), new Quantity(steps)),
                OrderPurpose.QUOTE,
                1,
                0,
                clock.instant());
    }

    @Test
    void stopsPricesFarIntoTheMarketOfTheLastMinuteButNotFarAway() {
        var account = account(Map.of());
        var reference = new ReferencePrice(account.market);
        var limits = risk(account, reference);
        reference.tick(clock.instant());

        assertTrue(limits.refusal(quote(Side.BID, 16_501, 10), clock.instant()).isPresent());
        assertTrue(limits.refusal(quote(Side.ASK, 13_499, 10), clock.instant()).isPresent());
        assertEquals("", Keys.of(limits.refusal(quote(Side.BID, 10_000, 10), clock.instant())));
        assertEquals("", Keys.of(limits.refusal(quote(Side.ASK, 25_000, 10), clock.instant())));
    }

    @Test
    @FaultRow("44")
    void stopsAFloodOfOrders() {
        var account = account(Map.of());
        var limits = risk(account, new ReferencePrice(account.market));
        for (int i = 0; i < 200; i++) {
            assertEquals("", Keys.of(limits.refusal(quote(Side.BID, 14_985, 1), clock.instant())));
        }

        assertEquals("engine.limit.rate[200]", Keys.of(limits.refusal(quote(Side.BID, 14_985, 1), clock.instant())));
        clock.pass(Duration.ofMillis(1001));
        assertEquals("", Keys.of(limits.refusal(quote(Side.BID, 14_985, 1), clock.instant())));
    }

    /** A clock goes on while it is asked: each look is three seconds later than the one before. */
    private Clock goingOn() {
        return new Clock() {
            @Override
            public Instant instant() {
                clock.pass(Duration.ofSeconds(3));
                return clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Test
    void aDoubtThatEndsBetweenTwoLooksAtTheClockStillHasItsReason() {
        var account = account(Map.of("target", "20"));
        var reduceOnly = account.reduceOnly(goingOn());
        var why = Message.of("engine.unknown");
        reduceOnly.doubted(why, clock.instant());

        var refusal = account.limits(new ReferencePrice(account.market), reduceOnly)
                .refusal(quote(Side.BID, 14_985, 10), clock.instant());

        assertEquals(Optional.of(ReduceOnly.text(why)), refusal);

        reduceOnly.doubted(why, clock.instant());
        var wanted = Quotes.none(why)
                .with(new QuoteLadder(
                        Side.BID,
                        List.of(new Quote(Side.BID, 1, new Price(14_985), new Quantity(10))),
                        new Price(1),
                        0,
                        null,
                        null,
                        null));
        assertEquals(
                ReduceOnly.text(why), reduceOnly.within(wanted, Side.BID).bids().reason());
    }
}
