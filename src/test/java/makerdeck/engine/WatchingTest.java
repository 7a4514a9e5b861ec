package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.engine.lifecycle.QuotePermission;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.OrderRow;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A desk that only looks on, while another one trades on the account. */
class WatchingTest {

    private final Bench bench = new Bench();

    @BeforeEach
    void anotherDeskHasLeftItsQuotes() {
        bench.started();
        assertEquals(6, bench.resting().size());
        bench.command("quit --keep", new DeskCommand.Quit(true));
        bench.watch(Parameters.defaults().with(Map.of("duration", "0", "rebalance", "on", "target", "90")));
        bench.pass(Duration.ofSeconds(30));
    }

    @Test
    void showsMarketAccountAndTheOrdersOfOthersAndSendsNothing() {
        var seen = bench.snapshot();

        assertTrue(seen.book().isHealthy());
        assertTrue(seen.inventory() != null);
        assertEquals(6, seen.orders().size());
        assertEquals(
                List.of("X"),
                seen.orders().stream().map(OrderRow::tag).distinct().toList());
        assertEquals(6, bench.resting().size());
        assertEquals(DeskState.PAUSED, seen.state());
        assertEquals(QuotePermission.watching(), seen.reason());
        assertEquals(QuotePermission.watching(), seen.quoting().bidReason());
    }

    static Stream<DeskCommand> commandsAboutOrders() {
        return Stream.of(
                new DeskCommand.Resume(null),
                new DeskCommand.Pause(null, null),
                new DeskCommand.Halt(Message.of("command.halt-typed")),
                new DeskCommand.Cancel(null, null),
                new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW));
    }

    @ParameterizedTest
    @MethodSource("commandsAboutOrders")
    void refusesWhatConcernsOrdersAndSaysWhy(DeskCommand command) {
        var answer = bench.command("typed", command);
        bench.pass(Duration.ofSeconds(5));

        assertFalse(Bench.answer(answer).ok());
        assertEquals(QuotePermission.watching(), Bench.answer(answer).result());
        assertEquals(6, bench.resting().size());
    }

    @Test
    void leavesAtOnceWithoutTouchingAnything() {
        bench.command("quit", new DeskCommand.Quit(false));

        var outcome = bench.engine.outcome().orElseThrow();
        assertTrue(outcome.clean());
        assertNull(outcome.advice());
        assertEquals(6, bench.resting().size());
    }
}
