package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Severity;
import org.junit.jupiter.api.Test;

/** A desk that may quote and has nothing out. */
class DarkDeskTest {

    private static DeskCommand set(String key, String value) {
        return new DeskCommand.SetParameters(Map.of(key, value));
    }

    private static List<Alert> warnings(Bench bench) {
        return bench.snapshot().alerts().stream()
                .filter(alert -> alert.text().key().equals("engine.dark.alarm")
                        && alert.text().values().get(0).equals("10s"))
                .toList();
    }

    @Test
    void doesNotCallItselfQuotingAndWarnsOnceWithTheReasonOfEachSide() {
        var bench = new Bench().with(Map.of("max-order", "0.5")).started();
        assertEquals(DeskState.QUOTING, bench.snapshot().state());

        bench.pass(Duration.ofSeconds(30));

        assertEquals(DeskState.UNQUOTED, bench.snapshot().state());
        var sides = Keys.within(Objects.requireNonNull(bench.snapshot().reason()), "engine.dark.side");
        var tooSmall = Message.of("strategy.size.max-order", "0.5", "USDC", "0.01 SOL");
        assertEquals(
                List.of(
                        Message.of("engine.dark.side", Message.of("engine.quotes.bid"), tooSmall),
                        Message.of("engine.dark.side", Message.of("engine.quotes.ask"), tooSmall)),
                sides);
        assertEquals(1, warnings(bench).size());
        assertEquals(Severity.WARN, warnings(bench).get(0).severity());
        assertEquals(
                DeskState.UNQUOTED, bench.latest(DeskNews.StateChanged.class).state());
    }

    @Test
    void quotesAgainByItselfAsSoonAsAnOrderIsOut() {
        var bench = new Bench().with(Map.of("max-order", "0.5")).started();
        bench.pass(Duration.ofSeconds(15));

        bench.command("set", set("max-order", "0"));
        bench.pass(Duration.ofSeconds(1));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(6, bench.resting().size());
        bench.pass(Duration.ofMinutes(1));
        assertEquals(1, warnings(bench).size());
    }

    @Test
    void isToldAlsoWhenTheOtherSideIsPausedByTheOperator() {
        var bench = new Bench().with(Map.of("max-order", "0.5")).started();
        bench.command("pause bid", new DeskCommand.Pause(Side.BID, null));
        bench.pass(Duration.ofSeconds(15));

        assertEquals(DeskState.UNQUOTED, bench.snapshot().state());
    }

    @Test
    void isNoNewsWhileTheOperatorHasPausedBothSides() {
        var bench = new Bench().started();
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(30));

        assertEquals(DeskState.PAUSED, bench.snapshot().state());
        assertEquals(List.of(), warnings(bench));
    }

    @Test
    void isNoNewsWhileOneSideQuotes() {
        var bench = new Bench().started();
        bench.command("pause bid", new DeskCommand.Pause(Side.BID, null));
        bench.pass(Duration.ofSeconds(30));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(List.of(), warnings(bench));
        assertEquals(
                "engine.pause.paused-by-you", Keys.of(bench.snapshot().quoting().bidReason()));
    }

    @Test
    void hasNoUptime() {
        var bench = new Bench().with(Map.of("max-order", "0.5")).started();
        bench.pass(Duration.ofSeconds(30));

        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(3));

        var report = bench.latest(DeskNews.SessionReported.class).figures().quoted();
        assertEquals(BigDecimal.ZERO, report.bids());
        assertEquals(BigDecimal.ZERO, report.asks());
    }

    @Test
    void refusalsThatLastAreAWarningToo() {
        var bench = new Bench();
        bench.venue.faults.add(Fault.POST_REFUSED);
        bench.started().pass(Duration.ofSeconds(30));

        assertFalse(
                bench.snapshot().state() == DeskState.QUOTING,
                bench.snapshot().state().name());
        assertEquals(1, warnings(bench).size());
    }
}
