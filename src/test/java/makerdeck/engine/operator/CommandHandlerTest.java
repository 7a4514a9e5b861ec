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
import makerdeck.message.Message;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.ParameterRow;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

class CommandHandlerTest {

    private final Bench bench = new Bench().started();

    private DeskEvent set(String key, String value) {
        return bench.command("set " + key + " " + value, new DeskCommand.SetParameters(Map.of(key, value)));
    }

    private ParameterRow row(String key) {
        return bench.snapshot().parameters().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow();
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

        assertTrue(Spoken.english(paused.text()).endsWith(" (0 ms)"), Spoken.english(paused.text()));
        assertEquals(Duration.ZERO, Bench.answer(paused).took());
        assertTrue(
                Spoken.english(changed.text()).contains("applied in 0 ms")
                        && !Spoken.english(changed.text()).endsWith(" (0 ms)"),
                Spoken.english(changed.text()));
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

        assertTrue(Spoken.english(answer.text()).contains("target 30 -> 20 %"), Spoken.english(answer.text()));
        assertTrue(Spoken.english(answer.text()).contains("threshold 15 -> 10 points"), Spoken.english(answer.text()));
        assertEquals("high-vol", bench.snapshot().preset());
        assertEquals("preset high-vol", row("target").source().word());

        var undone = bench.command("undo", new DeskCommand.Undo());
        assertTrue(Spoken.english(undone.text()).contains("target 20 -> 30 %"), Spoken.english(undone.text()));
        assertEquals("default", row("target").source().word());
        assertEquals("", bench.snapshot().preset());

        bench.command("redo", new DeskCommand.Redo());
        assertEquals("20", row("target").value());
        assertFalse(isOk(bench.command("redo", new DeskCommand.Redo())));
    }

    @Test
    void takesAPresetBackWhenItsTimeIsOver() {
        bench.command(
                "load preset high-vol for 1m",
                new DeskCommand.LoadPreset("high-vol", Map.of("target", "20"), Duration.ofMinutes(1)));
        set("layers", "2");

        bench.pass(Duration.ofSeconds(59));
        assertEquals("20", row("target").value());
        bench.pass(Duration.ofSeconds(2));

        assertEquals("30", row("target").value());
        assertEquals("2", row("layers").value());
    }

    @Test
    void pausesOneSideForAWhile() {
        bench.command("pause bid for 10s", new DeskCommand.Pause(Side.BID, Duration.ofSeconds(10)));
        bench.pass(Duration.ofSeconds(1));

        assertEquals(0, bench.resting(Side.BID).size());
        assertEquals(3, bench.resting(Side.ASK).size());
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(
                "paused by you for 9s",
                Spoken.english(bench.snapshot().quoting().bidReason()));
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
                "get spread: spread 0.2 %, legal 0.001..20 %, default 1s ago (0 ms)", Spoken.english(answer.text()));
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

        var lines = bench.all(Kind.INFO).stream().map(DeskEvent::text).toList();
        assertTrue(
                lines.stream().anyMatch(line -> Spoken.english(line).contains("1 fills (1 buys, 0 sells)")),
                lines.toString());
        assertTrue(
                lines.stream().anyMatch(line -> Spoken.english(line).startsWith("quote uptime bids 100.000 %")),
                lines.toString());
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
