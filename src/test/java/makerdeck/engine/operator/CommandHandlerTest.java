package makerdeck.engine.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import makerdeck.simulator.model.OrderRequest;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskState;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;

class CommandHandlerTest {

    private final Bench bench = new Bench().started();

    private DeskEvent set(String key, String value) {
        return bench.command("set " + key + " " + value, new DeskCommand.SetParameters(Map.of(key, value)));
    }

    private BigDecimal total() {
        return Objects.requireNonNull(bench.snapshot().inventory()).total();
    }

    private boolean isOk(DeskEvent answer) {
        return Bench.answer(answer).ok();
    }

    @Test
    void answersEveryCommandWithOneLineThatRepeatsIt() {
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.command("show orders", new DeskCommand.Show(DeskCommand.Show.Subject.ORDERS));
        bench.command("ack", new DeskCommand.Acknowledge());

        assertEquals(
                List.of("pause", "show orders", "ack"),
                bench.all(Kind.COMMAND).stream()
                        .map(answer -> Bench.answer(answer).line())
                        .toList());
    }

    @Test
    void saysHowLongEachCommandTookAndOnlyOnce() {
        var paused = bench.command("pause", new DeskCommand.Pause(null, null));
        var changed = set("spread", "0.6");

        assertEquals(
                "0", Keys.values(paused.text(), "engine.command.answered-in").get(2));
        assertEquals(Duration.ZERO, Bench.answer(paused).took());
        assertEquals("engine.command.answered", changed.text().key());
        assertEquals(0L, Keys.values(changed.text(), "engine.set.applied.many").get(2));
    }

    @Test
    void neverLetsQuotesOfTwoPlansRestSideBySide() {
        bench.venue.batches.clear();

        set("spread", "0.6");
        var before = bench.resting();
        for (int i = 0; i < 10; i++) {
            bench.pass(Duration.ofMillis(10));
            var resting = bench.resting();
            var old = resting.stream().filter(order -> before.stream().anyMatch(was -> was.id() == order.id()));
            var fresh = resting.stream().filter(order -> before.stream().noneMatch(was -> was.id() == order.id()));
            assertTrue(old.count() == 0 || fresh.count() == 0);
        }

        assertEquals(6, bench.resting().size());
        assertEquals(1, bench.venue.batches.size());
    }

    @Test
    void loadsAPresetAsOneChangeThatOneUndoTakesBack() {
        var answer = bench.command(
                "load preset high-vol",
                new DeskCommand.LoadPreset("high-vol", Map.of("target", "20", "threshold", "10"), null));

        assertEquals(
                List.of(
                        "strategy.change[target, 30, strategy.counted[20, strategy.unit.percent]]",
                        "strategy.change[threshold, 15, strategy.counted[10, strategy.unit.points]]"),
                Keys.of(Keys.within(answer.text(), "strategy.change")));
        assertEquals("high-vol", bench.snapshot().preset());
        assertEquals("preset high-vol", bench.row("target").source().word());

        var undone = bench.command("undo", new DeskCommand.Undo());
        assertEquals(
                List.of(
                        "strategy.change[target, 20, strategy.counted[30, strategy.unit.percent]]",
                        "strategy.change[threshold, 10, strategy.counted[15, strategy.unit.points]]"),
                Keys.of(Keys.within(undone.text(), "strategy.change")));
        assertEquals("default", bench.row("target").source().word());
        assertEquals("", bench.snapshot().preset());

        bench.command("redo", new DeskCommand.Redo());
        assertEquals("20", bench.row("target").value());
        assertFalse(isOk(bench.command("redo", new DeskCommand.Redo())));
    }

    @Test
    void takesAPresetBackWhenItsTimeIsOver() {
        bench.command(
                "load preset high-vol for 1m",
                new DeskCommand.LoadPreset("high-vol", Map.of("target", "20"), Duration.ofMinutes(1)));
        set("layers", "2");

        bench.pass(Duration.ofSeconds(59));
        assertEquals("20", bench.row("target").value());
        bench.pass(Duration.ofSeconds(2));

        assertEquals("30", bench.row("target").value());
        assertEquals("2", bench.row("layers").value());
    }

    @Test
    void pausesOneSideForAWhile() {
        bench.command("pause bid for 10s", new DeskCommand.Pause(Side.BID, Duration.ofSeconds(10)));
        bench.pass(Duration.ofSeconds(1));

        assertEquals(0, bench.resting(Side.BID).size());
        assertEquals(3, bench.resting(Side.ASK).size());
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(
                "engine.pause.paused-by-you-for[9s]",
                Keys.of(bench.snapshot().quoting().bidReason()));
        bench.pass(Duration.ofSeconds(10));

        assertEquals(3, bench.resting(Side.BID).size());
    }

    @Test
    void doesNotQuoteAgainByItselfAfterCancelAll() {
        bench.command("cancel all", new DeskCommand.Cancel(null, null));
        bench.pass(Duration.ofSeconds(5));

        assertEquals(List.of(), bench.resting());
        assertEquals(DeskState.PAUSED, bench.snapshot().state());
    }

    @Test
    void keepsThePlaceOfACancelledOrderEmpty() {
        var answer = bench.command("cancel A2", new DeskCommand.Cancel(null, "A2"));
        bench.pass(Duration.ofSeconds(5));

        assertTrue(isOk(answer));
        assertEquals(2, bench.resting(Side.ASK).size());
        assertEquals(
                List.of("A1", "A3"),
                bench.snapshot().orders().stream()
                        .filter(row -> row.side() == Side.ASK)
                        .map(row -> row.tag())
                        .toList());
        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(1));
        assertEquals(3, bench.resting(Side.ASK).size());
    }

    @Test
    void saysWhenThereIsNoSuchOrder() {
        assertFalse(isOk(bench.command("cancel B9", new DeskCommand.Cancel(null, "B9"))));
    }

    @Test
    void sendsNothingButCancelsAfterAHaltUntilItIsResumed() {
        int batches = bench.venue.batches.size();

        bench.command("halt", new DeskCommand.Halt(Message.of("command.halt-typed")));
        bench.book("150.19", "150.21");
        bench.pass(Duration.ofSeconds(20));
        assertEquals(List.of(), bench.resting());
        assertEquals(batches, bench.venue.batches.size());
        assertEquals(DeskState.HALTED, bench.snapshot().state());

        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(1));
        assertEquals(6, bench.resting().size());
    }

    @Test
    void leavesTheOrdersWhereTheyAreWhenToldTo() {
        bench.command("quit --keep", new DeskCommand.Quit(true));
        bench.pass(Duration.ofSeconds(1));

        var outcome = bench.engine.outcome().orElseThrow();
        assertTrue(outcome.clean());
        assertEquals(6, outcome.mayLive().size());
        assertEquals(6, bench.resting().size());
    }

    @Test
    void endsWithItsDurationAndGoesOnWhenThatIsMadeLonger() {
        set("duration", "60");
        bench.pass(Duration.ofSeconds(61));
        assertEquals(DeskState.FINISHED, bench.snapshot().state());
        assertEquals(List.of(), bench.resting());
        assertEquals(1, bench.all(Kind.REPORT).size());
        assertFalse(isOk(bench.command("resume", new DeskCommand.Resume(null))));

        set("duration", "600");
        bench.pass(Duration.ofSeconds(1));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(6, bench.resting().size());
    }

    @Test
    void theDurationRunsFromTheFirstQuote() {
        var waiting = new Bench();
        waiting.engine = waiting.engine(Parameters.defaults().with(Map.of("duration", "60")), false);
        waiting.started();
        waiting.pass(Duration.ofSeconds(300));
        assertEquals(DeskState.PAUSED, waiting.snapshot().state());
        assertNull(waiting.snapshot().endsAt());

        waiting.command("resume", new DeskCommand.Resume(null));
        waiting.pass(Duration.ofSeconds(58));
        assertEquals(DeskState.QUOTING, waiting.snapshot().state());
        assertNotNull(waiting.snapshot().endsAt());

        waiting.pass(Duration.ofSeconds(4));
        assertEquals(DeskState.FINISHED, waiting.snapshot().state());
        assertEquals(List.of(), waiting.resting());
    }

    @Test
    void tellsAParametersValueRangeAndSource() {
        var answer = bench.command("get spread", new DeskCommand.GetParameter("spread"));

        assertEquals(
                "engine.get.line[spread, strategy.counted[0.2, strategy.unit.percent],"
                        + " strategy.counted[0.001..20, strategy.unit.percent], snapshot.source.default, 1s]",
                Keys.part(answer.text(), "engine.get.line"));
        assertFalse(isOk(bench.command("get sprad", new DeskCommand.GetParameter("sprad"))));
    }

    @Test
    void keepsAlertsUntilTheyAreAcknowledged() {
        set("target", "10");
        bench.venue.tell(new VenueEvent.StreamDown(bench.clock.instant(), Stream.PRIVATE, Message.plain("closed")));
        bench.pass(Duration.ofMillis(100));
        assertEquals(1, bench.snapshot().alerts().size());

        bench.command("ack", new DeskCommand.Acknowledge());

        assertEquals(List.of(), bench.snapshot().alerts());
    }

    @Test
    void showsTheSessionsNumbers() {
        bench.hit(Side.BID);
        bench.pass(Duration.ofSeconds(8));

        bench.command("show stats", new DeskCommand.Show(DeskCommand.Show.Subject.STATS));

        var fills = bench.told(Kind.INFO, "engine.report.fills").get(0);
        assertEquals(List.of(1L, 1L, 0L), fills.values().subList(1, 4));
        var uptime = bench.told(Kind.INFO, "engine.report.uptime").get(0);
        assertEquals("100.000", uptime.values().get(0));
        assertTrue(bench.snapshot().fills().get(0).markout5s() != null);
    }

    @Test
    @FaultRow("47")
    void booksADepositAsATransferAndNotAsProfit() {
        var before = bench.snapshot().totals().pnl();

        bench.venue.books().deposit("USDC", "1000");
        bench.pass(Duration.ofSeconds(70));

        assertEquals(0, before.compareTo(bench.snapshot().totals().pnl()));
        assertEquals(0, new BigDecimal("11000").compareTo(total()));
    }

    @Test
    void booksATradeOfSomebodyElseAsATransferAndNotAsProfit() {
        var before = bench.snapshot().totals().pnl();

        bench.exchange.submit(bench.desk, OrderRequest.limit(Side.BID, new BigDecimal("150.01"), new BigDecimal("2")));
        bench.pass(Duration.ofSeconds(5));

        assertEquals(0, before.compareTo(bench.snapshot().totals().pnl()));
        assertEquals(0, bench.snapshot().totals().fills());
        assertEquals(
                0,
                bench.exchange
                        .balance(bench.desk, "SOL")
                        .total()
                        .compareTo(Objects.requireNonNull(bench.snapshot().inventory())
                                .balances()
                                .base()
                                .total()));
    }
}
