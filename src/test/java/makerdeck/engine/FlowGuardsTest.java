package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.QuotingRow.SideChain;
import makerdeck.snapshot.Why;
import org.junit.jupiter.api.Test;

/** The desk moves the one side that a trend or the touch threatens, says so, and the other stays. */
class FlowGuardsTest {

    private static Bench lively(Map<String, String> guards) {
        var bench = new Bench()
                .with(Map.of("skew", "0", "spread.mode", "fixed", "spread", "0.3", "duration", "0"))
                .started();
        bench.command("set", new DeskCommand.SetParameters(guards));
        for (int i = 0; i < 60; i++) {
            bench.book(i % 2 == 0 ? "149.97" : "149.99", i % 2 == 0 ? "149.99" : "150.01");
            bench.pass(Duration.ofSeconds(2));
        }
        return bench;
    }

    private static List<String> causes(Bench bench, Side side) {
        return Objects.requireNonNull(bench.snapshot().quoting().chain(side)).steps().stream()
                .map(SideChain.Step::cause)
                .toList();
    }

    private static BigDecimal distance(Bench bench, Side side) {
        return Objects.requireNonNull(bench.snapshot().quoting().chain(side)).percent();
    }

    /** In steps too small for a jump. */
    private static void rise(Bench bench) {
        for (int i = 1; i <= 10; i++) {
            var bid = new BigDecimal("149.99").add(new BigDecimal("0.02").multiply(BigDecimal.valueOf(i)));
            bench.book(bid.toPlainString(), bid.add(new BigDecimal("0.02")).toPlainString());
            bench.pass(Duration.ofSeconds(3));
        }
    }

    @Test
    void asksStandTwiceAsFarWhileTheMidIsFarOverItsMeanOfAMinute() {
        var bench = lively(Map.of("guard.trend", "0.75"));
        assertEquals(List.of("spread"), causes(bench, Side.ASK).subList(0, 1));

        rise(bench);

        assertTrue(causes(bench, Side.ASK).contains("trend"), () -> "asks: " + causes(bench, Side.ASK));
        assertTrue(!causes(bench, Side.BID).contains("trend"));
        assertEquals(0.30, distance(bench, Side.ASK).doubleValue(), 0.01);
        assertEquals(0.15, distance(bench, Side.BID).doubleValue(), 0.01);
        assertEquals(
                1,
                Keys.saying(List.of(bench.snapshot().quoting().spreadGuards()), "strategy.widening.trend")
                        .size());
        assertEquals(1, Keys.saying(rows(bench), "strategy.chain.trend").size());
        assertEquals(
                bench.price(bench.nearest(Side.ASK)).doubleValue(),
                150.20 * (1 + distance(bench, Side.ASK).doubleValue() / 100),
                0.05);

        bench.pass(Duration.ofMinutes(3));
        assertTrue(!causes(bench, Side.ASK).contains("trend"));
        bench.assertInOrder();
    }

    private static List<Message> rows(Bench bench) {
        return bench.snapshot().why().asks().stream().map(Why.Row::text).toList();
    }

    @Test
    void withoutTheGuardNoTrendMovesASide() {
        var bench = lively(Map.of("tolerance", "0.2"));

        rise(bench);

        assertTrue(!causes(bench, Side.ASK).contains("trend"));
        assertEquals(0.15, distance(bench, Side.ASK).doubleValue(), 0.01);
    }

    @Test
    void bidsStandTwiceAsFarWhileMuchMoreIsForSaleThanIsWanted() {
        var bench = lively(Map.of("guard.imbalance", "0.6"));

        bench.take(Side.ASK, "149.99", "90");
        bench.pass(Duration.ofSeconds(12));

        assertTrue(causes(bench, Side.BID).contains("imbalance"), () -> "bids: " + causes(bench, Side.BID));
        assertTrue(!causes(bench, Side.ASK).contains("imbalance"));
        assertEquals(0.30, distance(bench, Side.BID).doubleValue(), 0.01);

        bench.book("149.99", "150.01");
        bench.pass(Duration.ofSeconds(15));
        assertTrue(!causes(bench, Side.BID).contains("imbalance"));
        bench.assertInOrder();
    }

    @Test
    void aGuardIsSetWithoutAQuestionAndShownBeforeItIsOff() {
        var bench = lively(Map.of("guard.trend", "0.75"));

        bench.command("set guard.trend 0", new DeskCommand.SetParameters(Map.of("guard.trend", "0")));

        assertEquals(
                "0",
                bench.snapshot().parameters().stream()
                        .filter(row -> row.key().equals("guard.trend"))
                        .findFirst()
                        .orElseThrow()
                        .value());
        assertEquals(DeskEvent.Kind.COMMAND, bench.last(DeskEvent.Kind.COMMAND).kind());
    }
}
