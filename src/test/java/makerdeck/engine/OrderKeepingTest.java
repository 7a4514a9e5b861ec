package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.simulator.model.OrderView;
import makerdeck.snapshot.DeskState;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which resting orders stay, which go first, and what is set live. */
class OrderKeepingTest {

    private static Map<Long, Side> sides(Bench bench) {
        return bench.resting().stream()
                .collect(Collectors.toMap(
                        order -> Objects.requireNonNull(order.clientId()).value(), OrderView::side));
    }

    private static List<Long> ids(Bench bench) {
        return bench.resting().stream().map(OrderView::id).toList();
    }

    /** A little too large is kept for its place in the queue, but not beyond what the operator allows. */
    @Test
    void noOrderStaysThatIsLargerThanAnOrderMayBe() {
        var bench = new Bench()
                .with(Map.of("quantity", "1", "rebalance", "off", "interval", "10"))
                .started();
        bench.pass(Duration.ofSeconds(5));
        assertEquals(6, bench.resting().size());

        bench.command("set max-order", new DeskCommand.SetParameters(Map.of("max-order", "140")));
        bench.pass(Duration.ofSeconds(20));

        var rules = bench.exchange.market().rules();
        assertEquals(6, bench.resting().size());
        for (var order : bench.resting()) {
            var value = bench.price(order).multiply(rules.decimal(Objects.requireNonNull(order.quantity())));
            assertTrue(value.compareTo(new BigDecimal("140")) <= 0, value::toPlainString);
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aJumpCancelsTheSideItRunsIntoFirst(Side threatened) {
        var bench = new Bench().started();
        bench.pass(Duration.ofSeconds(95));
        var sides = sides(bench);
        bench.venue.requotes.clear();

        var up = threatened == Side.ASK;
        bench.book(up ? "150.09" : "149.89", up ? "150.11" : "149.91");
        bench.pass(Duration.ofMillis(50));

        var order = bench.venue.requotes.values().stream()
                .flatMap(requote -> requote.cancelled.stream())
                .map(id -> sides.get(id.value()))
                .toList();
        assertTrue(order.contains(threatened.opposite()), order.toString());
        assertEquals(threatened, order.get(0));
        assertTrue(order.stream().dropWhile(threatened::equals).noneMatch(threatened::equals), order.toString());
    }

    @Test
    void aJumpDoublesTheSpreadForFiveSeconds() {
        var bench = new Bench().with(Map.of("spread.mode", "fixed")).started();
        bench.pass(Duration.ofSeconds(95));
        var usual = Objects.requireNonNull(bench.snapshot().quoting().spread());

        bench.book("150.09", "150.11");
        bench.pass(Duration.ofSeconds(1));
        var wide = Objects.requireNonNull(bench.snapshot().quoting().spread());
        bench.pass(Duration.ofSeconds(5));

        assertEquals(2, wide.doubleValue() / usual.doubleValue(), 1e-9);
        assertEquals(0, usual.compareTo(bench.snapshot().quoting().spread()));
    }

    @Test
    void everyOrderIsMadeAnewAfterHalfAnHour() {
        var bench = new Bench().started();
        var before = ids(bench);

        bench.pass(Duration.ofMinutes(29));
        assertEquals(before, ids(bench));
        bench.pass(Duration.ofMinutes(2));

        assertEquals(6, ids(bench).size());
        assertTrue(ids(bench).stream().noneMatch(before::contains));
    }

    @Test
    void sizesFollowTheFundsWithinTheIntervalWithoutAnyMoveOfTheMarket() {
        var bench = new Bench().with(Map.of("interval", "30", "skew", "0")).started();
        var before = bench.resting(Side.BID).stream().map(OrderView::id).toList();

        bench.venue.books().deposit("USDC", "4000");
        bench.pass(Duration.ofSeconds(100));

        var after = bench.resting(Side.BID).stream().map(OrderView::id).toList();
        assertEquals(3, after.size());
        assertTrue(after.stream().noneMatch(before::contains));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostOnlyTaker", "POST_ONLY_TAKER", "postOnlyTaker"})
    void aPostOnlyOrderThatExpiresLaterCountsAsOneThatWouldHaveTaken(String reason) {
        var bench = new Bench().with(Map.of("layers", "1")).started();
        var resting = bench.resting(Side.BID).get(0);
        bench.exchange.cancelAll(bench.desk);
        bench.venue.tell(new VenueEvent.OrderChanged(
                bench.clock.instant(),
                new Order(
                        Long.toString(resting.id()),
                        resting.clientId(),
                        Side.BID,
                        Objects.requireNonNull(resting.price()),
                        Objects.requireNonNull(resting.quantity()),
                        resting.executed(),
                        OrderStatus.EXPIRED,
                        bench.clock.instant()),
                WireDecoder.refusal(reason),
                Message.plain(reason)));

        bench.pass(Duration.ofMillis(10));
        assertEquals(
                "engine.refused.by.post-only-would-take[engine.refused.post-only]",
                Keys.of(bench.snapshot().quoting().bidReason()));
        bench.pass(Duration.ofMillis(500));

        assertEquals(1, bench.resting(Side.BID).size());
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void everyParameterIsSetLiveShownWithItsSourceAndTakenBack(Parameter parameter) {
        var bench = new Bench().started();
        var other = Parameters.defaults().text(parameter).equals("on")
                ? "off"
                : parameter.suggestions().stream()
                        .filter(value -> !value.equals(parameter.initial()))
                        .filter(value -> isLegal(parameter, value))
                        .findFirst()
                        .orElseThrow();

        var set = bench.command("set", new DeskCommand.SetParameters(Map.of(parameter.key(), other)));
        assertTrue(Bench.answer(set).ok(), Keys.of(set.text()));
        var row = bench.snapshot().parameters().get(parameter.ordinal());
        assertEquals(parameter.key(), row.key());
        assertEquals(other, row.value());
        assertEquals("command", row.source().word());

        bench.command("undo", new DeskCommand.Undo());
        var back = bench.snapshot().parameters().get(parameter.ordinal());
        assertEquals(parameter.initial(), back.value());
        assertEquals("default", back.source().word());
    }

    private static boolean isLegal(Parameter parameter, String value) {
        try {
            return !Parameters.defaults()
                    .with(Map.of(parameter.key(), value))
                    .values()
                    .isEmpty();
        } catch (MistakeException notOnItsOwn) {
            return false;
        }
    }

    @Test
    void anUnhealthyBookStartsNoRebalance() {
        var bench = new Bench()
                .with(Map.of("target", "50", "threshold", "10", "rebalance", "on"))
                .started();
        bench.pass(Duration.ofSeconds(30));
        bench.exchange.cancelAll(bench.others);

        bench.pass(Duration.ofMinutes(5));

        assertEquals(0, bench.snapshot().totals().fills());
        assertEquals(List.of(), bench.told("engine.rebalance.begins"));
    }
}
