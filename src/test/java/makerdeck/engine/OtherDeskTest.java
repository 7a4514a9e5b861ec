package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import makerdeck.command.DeskCommand;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.snapshot.DeskState;
import org.junit.jupiter.api.Test;

/** Orders on the account that carry the tag of another desk, or of none. */
class OtherDeskTest {

    private static final ClientId OF_ANOTHER_DESK = new ClientId((23L << 24) + 5);
    private static final ClientId OF_SOME_PROGRAM = new ClientId(5);

    private final Bench bench = new Bench();

    private void rest(ClientId id) {
        var order = OrderRequest.limit(Side.BID, new BigDecimal("120"), BigDecimal.ONE);
        bench.exchange.submit(bench.desk, order.with(id));
    }

    @Test
    void neverQuotesWhenAnotherDeskHasOrdersAtTheStart() {
        rest(OF_ANOTHER_DESK);
        bench.venue.forget();
        bench.started();
        bench.pass(Duration.ofSeconds(5));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals("engine.halt.other-desk[23]", Keys.of(bench.snapshot().reason()));
        assertEquals(0, bench.venue.batches.size());
        assertEquals(1, bench.resting().size());
        bench.assertInvariants();
    }

    @Test
    @FaultRow("38")
    void haltsWhenAnotherDeskAppearsAndAcceptsItOnTheOperatorsWord() {
        bench.started();
        rest(OF_ANOTHER_DESK);
        bench.pass(Duration.ofSeconds(1));
        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals(1, bench.resting().size());

        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(15));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(7, bench.resting().size());
        bench.assertInvariants();
    }

    @Test
    void leavesOrdersOfOtherProgramsAloneAndQuotes() {
        rest(OF_SOME_PROGRAM);
        bench.venue.forget();
        bench.started();

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(7, bench.resting().size());
        bench.assertInvariants();
    }
}
