package makerdeck.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Supplier;
import makerdeck.domain.Side;
import makerdeck.simulator.model.BookTop;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.PublicTrade;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    /** Folds every public event into one number. */
    private static final class Digest implements ExchangeListener {
        private long hash = 17;

        @Override
        public void depthChanged(Supplier<DepthUpdate> update) {
            hash = 31 * hash + update.get().hashCode();
        }

        @Override
        public void topChanged(Supplier<BookTop> top) {
            hash = 31 * hash + top.get().hashCode();
        }

        @Override
        public void traded(PublicTrade trade) {
            hash = 31 * hash + trade.hashCode();
        }
    }

    private static long digest(long seed, Duration stride) {
        var digest = new Digest();
        var exchange = new Exchange(Fixture.settings(new MarketSource.Agents(MarketPreset.DEMO), seed), digest);
        var end = Fixture.START + Duration.ofMinutes(10).toNanos();
        while (exchange.now() < end) {
            exchange.advanceTo(Math.min(end, exchange.now() + stride.toNanos()));
        }
        return digest.hash;
    }

    @Test
    void sameSeedGivesTheSameEventsHoweverTimeIsCut() {
        long once = digest(7, Duration.ofMinutes(10));

        assertEquals(once, digest(7, Duration.ofMillis(7)));
    }

    @Test
    void anotherSeedGivesAnotherMarket() {
        assertNotEquals(digest(7, Duration.ofMinutes(1)), digest(8, Duration.ofMinutes(1)));
    }

    @Test
    void anExtraOrderDoesNotShiftThePricePath() {
        var alone = new Exchange(Fixture.settings(new MarketSource.Agents(MarketPreset.WILD), 7), new Heard());
        var visited = new Exchange(Fixture.settings(new MarketSource.Agents(MarketPreset.WILD), 7), new Heard());
        var visitor = Fixture.account(visited, "20", "7000");
        visited.submit(visitor, OrderRequest.market(Side.BID, new BigDecimal("20")));
        visited.submit(visitor, OrderRequest.limit(Side.ASK, new BigDecimal("150.20"), new BigDecimal("20")));

        var later = Fixture.START + Duration.ofHours(1).toNanos();
        alone.advanceTo(later);
        visited.advanceTo(later);

        long apart = Math.abs(bid(alone) - bid(visited));
        assertTrue(apart <= 5, "best bids are " + apart + " ticks apart");
    }

    private static long bid(Exchange exchange) {
        return exchange.depth(1).bids().get(0).price().ticks();
    }
}
