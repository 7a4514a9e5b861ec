package makerdeck.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.Side;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.PublicTrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulated market that becomes another while it runs. */
class ChangingMarketTest {

    private final Heard heard = new Heard();

    private Exchange market(MarketPreset preset, long seed) {
        return new Exchange(Fixture.settings(new MarketSource.Agents(preset), seed), heard);
    }

    private static void pass(Exchange exchange, Duration length) {
        exchange.advanceTo(exchange.now() + length.toNanos());
    }

    /** In % per day, from the returns of half a minute over so long. */
    private static double volatility(Exchange exchange, Duration length) {
        long returns = length.toSeconds() / 30;
        double squares = 0;
        for (long i = 0; i < returns; i++) {
            double before = mid(exchange);
            pass(exchange, Duration.ofSeconds(30));
            double change = Math.log(mid(exchange) / before);
            squares += change * change;
        }
        return 100 * Math.sqrt(squares / returns * 86_400 / 30);
    }

    private static double mid(Exchange exchange) {
        return (best(exchange, Side.BID) + best(exchange, Side.ASK)) / 2.0;
    }

    private static long best(Exchange exchange, Side side) {
        return exchange.depth(1).levels(side).get(0).price().ticks();
    }

    @Test
    void calmBecomesWildAndCalmAgain() {
        var exchange = market(MarketPreset.CALM, 5);

        double calm = volatility(exchange, Duration.ofHours(1));
        exchange.become(MarketPreset.WILD);
        double wild = volatility(exchange, Duration.ofHours(1));
        exchange.become(MarketPreset.CALM);
        double after = volatility(exchange, Duration.ofHours(1));

        assertTrue(wild > 3 * calm && wild > 3 * after, calm + " -> " + wild + " -> " + after);
        assertTrue(heard.tops.stream().allMatch(top -> top.bid() != null && top.ask() != null));
    }

    @ParameterizedTest
    @EnumSource(MarketPreset.class)
    void thePriceGoesOnFromWhereItIs(MarketPreset next) {
        var exchange = market(MarketPreset.NORMAL, 3);
        pass(exchange, Duration.ofMinutes(5));
        double before = mid(exchange);

        exchange.become(next);
        pass(exchange, Duration.ofSeconds(1));

        assertEquals(before, mid(exchange), 12);
        assertTrue(best(exchange, Side.BID) < best(exchange, Side.ASK));
    }

    @Test
    void aDeadMarketWakesUpAtOnce() {
        var exchange = market(MarketPreset.DEAD, 4);
        pass(exchange, Duration.ofMinutes(5));
        int before = heard.trades.size();

        exchange.become(MarketPreset.NORMAL);
        pass(exchange, Duration.ofMinutes(1));

        assertTrue(heard.trades.size() - before > 30, before + " -> " + heard.trades.size());
    }

    @Test
    void whoGoesHomeLeavesNothingInTheBook() {
        var exchange = market(MarketPreset.WILD, 4);
        pass(exchange, Duration.ofMinutes(5));
        int lively = exchange.depth(500).bids().size();

        exchange.become(MarketPreset.DEAD);
        pass(exchange, Duration.ofMinutes(2));

        var alwaysDead = market(MarketPreset.DEAD, 4);
        pass(alwaysDead, Duration.ofMinutes(7));
        int dead = exchange.depth(500).bids().size();
        assertEquals(alwaysDead.depth(500).bids().size(), dead, 3);
        assertTrue(dead < lively, lively + " -> " + dead);
    }

    @Test
    void aCrashComesMinutesAfterTheChangeHoweverOldTheMarketIs() {
        var exchange = market(MarketPreset.CALM, 3);
        pass(exchange, Duration.ofMinutes(20));
        double before = mid(exchange);

        exchange.become(MarketPreset.FLASH_CRASH);
        pass(exchange, Duration.ofMinutes(5));
        double fallen = mid(exchange);
        exchange.become(MarketPreset.CALM);
        pass(exchange, Duration.ofMinutes(1));

        assertEquals(0.95, fallen / before, 0.01);
        assertEquals(fallen, mid(exchange), fallen / 500);
    }

    @Test
    void anAccountKeepsWhatItRests() {
        var exchange = market(MarketPreset.NORMAL, 3);
        var account = Fixture.account(exchange, "20", "7000");
        var resting = Fixture.accepted(
                exchange.submit(account, OrderRequest.limit(Side.BID, new BigDecimal("100"), new BigDecimal("1"))));

        exchange.become(MarketPreset.WILD);
        pass(exchange, Duration.ofMinutes(1));

        assertEquals(List.of(resting), exchange.openOrders(account));
    }

    @Test
    void theSameChangesAtTheSameTimesGiveTheSameTrades() {
        assertEquals(changed(7), changed(7));
    }

    private static List<PublicTrade> changed(long seed) {
        var heard = new Heard();
        var exchange = new Exchange(Fixture.settings(new MarketSource.Agents(MarketPreset.DEMO), seed), heard);
        for (var next : List.of(MarketPreset.TREND, MarketPreset.DEAD, MarketPreset.WILD)) {
            pass(exchange, Duration.ofMinutes(2));
            exchange.become(next);
        }
        pass(exchange, Duration.ofMinutes(2));
        return new ArrayList<>(heard.trades);
    }

    @Test
    void aMarketWithoutSimulatedTradersCannotBecomeAnother() {
        var exchange = Fixture.quiet(heard);

        var error = assertThrows(IllegalStateException.class, () -> exchange.become(MarketPreset.WILD));

        assertTrue(String.valueOf(error.getMessage()).endsWith(" WILD"), error.getMessage());
    }
}
