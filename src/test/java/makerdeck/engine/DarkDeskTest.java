package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

/** A desk that may quote and has nothing out. */
class DarkDeskTest {

    private static DeskCommand set(String key, String value) {
        return new DeskCommand.SetParameters(Map.of(key, value));
    }

    private static List<Alert> warnings(Bench bench) {
        return bench.snapshot().alerts().stream()
                .filter(alert -> Spoken.english(alert.text()).startsWith("no order in the book for 10s"))
                .toList();
    }

    @Test
    void doesNotCallItselfQuotingAndWarnsOnceWithTheReasonOfEachSide() {
        var bench = new Bench().with(Map.of("max-order", "0.5")).started();
        assertEquals(DeskState.QUOTING, bench.snapshot().state());

        bench.pass(Duration.ofSeconds(30));

        assertEquals(DeskState.UNQUOTED, bench.snapshot().state());
        assertTrue(
                Spoken.english(bench.snapshot().reason()).contains("bids: max-order 0.5"),
                Spoken.english(bench.snapshot().reason()));
        assertTrue(
                Spoken.english(bench.snapshot().reason()).contains("asks: max-order 0.5"),
                Spoken.english(bench.snapshot().reason()));
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
        assertFalse(Spoken.english(bench.snapshot().quoting().bidReason()).isEmpty());
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
