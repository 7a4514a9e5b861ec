package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import makerdeck.command.DeskCommand;
import makerdeck.snapshot.DeskState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second half of a rebalance: what is left is taken, and when it is not. */
class RebalanceTakingTest {

    private static final Duration RESTS = Duration.ofSeconds(5);

    private final Bench bench = new Bench().with(Map.of("target", "50")).started();

    /** What counts as a jump is known once it is known how the market usually moves. */
    @BeforeEach
    void seeTheMarketMove() {
        for (int second = 0; bench.snapshot().quoting().volatility() == null; second++) {
            bench.book(second % 2 == 0 ? "149.98" : "149.99", second % 2 == 0 ? "150.00" : "150.01");
            bench.pass(Duration.ofSeconds(1));
        }
        bench.book("149.99", "150.01");
        bench.pass(Duration.ofSeconds(10));
    }

    private void rebalance() {
        bench.command("rebalance now", new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW));
    }

    /** Both within the 0.1 % that a taker order may pay. */
    private void jump(boolean up) {
        bench.book(up ? "150.09" : "149.99", up ? "150.11" : "150.01");
    }

    private boolean hasTaken() {
        return bench.snapshot().fills().stream().anyMatch(fill -> fill.tag().equals("R"));
    }

    private boolean takerOrderWasSent() {
        return bench.venue.batches.stream().flatMap(List::stream).anyMatch(order -> !order.postOnly());
    }

    @Test
    void nothingIsTakenWhileTheMarketJumpsAndAllOfItAfterwards() {
        rebalance();
        bench.pass(RESTS.minusMillis(300));

        jump(true);
        bench.pass(Duration.ofSeconds(4));
        assertFalse(takerOrderWasSent());
        assertEquals(DeskState.REBALANCING, bench.snapshot().state());

        bench.pass(Duration.ofSeconds(4));
        assertTrue(hasTaken());
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.assertInOrder();
    }

    @Test
    void nothingIsTakenBeforeTheLastQuoteOfOursIsGone() {
        rebalance();

        while (!takerOrderWasSent()) {
            bench.pass(Duration.ofMillis(10));
        }

        assertEquals(List.of(), bench.resting());
    }
}
