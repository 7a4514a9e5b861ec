package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import org.junit.jupiter.api.Test;

/** What stands beside the spread is why it is as wide as it is. */
class SpreadReasonTest {

    private final Bench bench = new Bench().started();

    @Test
    void whileFillsWidenASideTheirFactorStandsThereAndTheSumIsTheSpread() {
        for (int fill = 0; fill < 3; fill++) {
            bench.hit(Side.BID);
            bench.pass(Duration.ofSeconds(2));
        }

        var quoting = bench.snapshot().quoting();
        var guards = quoting.spreadGuards();
        var each = Keys.values(guards, "strategy.widening.each");
        var width = (String)
                Keys.values((Message) each.get(0), "strategy.widening.width").get(0);
        var factor = new BigDecimal((String)
                Keys.values((Message) each.get(0), "strategy.widening.fills").get(0));
        var asks = (String) Keys.values((Message) each.get(1), "message.plain").get(0);
        assertEquals(
                Objects.requireNonNull(quoting.spread()).doubleValue(),
                new BigDecimal(width).multiply(factor).add(new BigDecimal(asks)).doubleValue(),
                0.002);
        assertTrue(factor.compareTo(BigDecimal.ONE) > 0);
    }

    @Test
    void theChainOfASideGoesFromTheSpreadToTheQuoteThatRestsAndSaysWhenItsWideningEnds() {
        for (int fill = 0; fill < 3; fill++) {
            bench.hit(Side.BID);
            bench.pass(Duration.ofSeconds(2));
        }

        var bids = Objects.requireNonNull(bench.snapshot().quoting().bids());
        var wanted = new BigDecimal("150").subtract(new BigDecimal(bench.best(Side.BID)));
        var run = bids.steps().stream()
                .filter(step -> step.cause().equals("fills"))
                .findFirst()
                .orElseThrow();
        assertEquals(wanted.doubleValue() / 150 * 100, bids.percent().doubleValue(), 0.02);
        assertEquals("spread", bids.steps().get(0).cause());
        assertTrue(Objects.requireNonNull(run.until()).isAfter(bench.clock.instant()));

        bench.pass(Duration.between(bench.clock.instant(), run.until()).plusSeconds(1));
        assertEquals(
                List.of(),
                Objects.requireNonNull(bench.snapshot().quoting().bids()).steps().stream()
                        .filter(step -> step.until() != null)
                        .toList());
        assertEquals("", Keys.of(bench.snapshot().quoting().spreadGuards()));
    }

    @Test
    void aSideThatIsNotWantedHasNoChain() {
        bench.command("pause bid", new DeskCommand.Pause(Side.BID, null));
        bench.pass(Duration.ofSeconds(1));

        assertNull(bench.snapshot().quoting().bids());
        assertNotNull(bench.snapshot().quoting().asks());
    }

    @Test
    void withoutGuardsNothingStandsThere() {
        assertEquals("", Keys.of(bench.snapshot().quoting().spreadGuards()));
        assertEquals("spread", bench.snapshot().quoting().spreadReason());
    }
}
