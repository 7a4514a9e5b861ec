package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Severity;

/** Cancels that are lost, refused or too late, and fills that come twice, late or never. */
class CancelFaultsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Seeded
    @FaultRow("8")
    void findsOutWhatBecameOfACancelWithoutAnswer(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.CANCEL_TIMEOUT);
        bench.venue.faults.add(Fault.PRIVATE_SILENCE);
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(LONG);

        assertEquals(List.of(), bench.resting());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("8")
    void cancelsAgainWhenACancelWasLost(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.CANCEL_LOST);
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofSeconds(6));
        assertEquals(6, bench.resting().size());
        assertTrue(
                Keys.says(bench.snapshot().reason(), "engine.exposed-because"),
                Keys.of(bench.snapshot().reason()));
        bench.venue.faults.clear();
        bench.pass(LONG);

        assertEquals(List.of(), bench.resting());
        assertEquals("engine.pause.by-you", Keys.of(bench.snapshot().reason()));
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("9")
    void takesACancelThatComesAfterTheFillForNoError(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.venue.faults.add(Fault.PRIVATE_SILENCE);

        bench.hit(Side.BID);
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(LONG);

        assertEquals(1, bench.snapshot().totals().fills());
        assertTrue(bench.all(Kind.ALERT).stream().noneMatch(alert -> alert.severity() == Severity.CRITICAL));
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("10")
    void booksAFillThatComesAfterItsOrderWasCancelled(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.venue.faults.add(Fault.FILLS_MISSING);
        bench.take(Side.ASK, bench.best(Side.BID), "100.50");
        bench.book("149.99", "150.01");
        bench.venue.faults.clear();

        bench.command("cancel all", new DeskCommand.Cancel(null, null));
        bench.pass(LONG);

        assertEquals(1, bench.snapshot().totals().fills());
        assertEquals(List.of(), bench.resting());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("11")
    void haltsWhenItsCancelsAreRefusedAgainAndAgain(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.CANCEL_REFUSED);
        bench.book("150.09", "150.11");
        bench.pass(Duration.ofSeconds(5));
        int sent = bench.venue.batches.size();
        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertTrue(
                Keys.says(bench.snapshot().reason(), "engine.halt.cancels-refused"),
                Keys.of(bench.snapshot().reason()));

        bench.venue.faults.clear();
        bench.pass(LONG);

        assertEquals(List.of(), bench.resting());
        assertEquals(sent, bench.venue.batches.size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("64")
    void looksAnOrderUpBeforeItHaltsOverCancelsAndFindsThatItIsFilled(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.venue.faults.add(Fault.PRIVATE_SILENCE);
        bench.venue.faults.add(Fault.NOT_FOUND_400);

        bench.hit(Side.BID);
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(LONG);

        assertEquals("engine.pause.by-you", Keys.of(bench.snapshot().reason()));
        assertEquals(1, bench.snapshot().totals().fills());
        assertEquals(List.of(), bench.resting());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("12")
    void booksFillsOnceThatComeTwice(long seed) {
        var bench = Bench.seeded(seed);
        bench.venue.faults.add(Fault.PRIVATE_TWICE);
        bench.started().anyMoment();

        bench.hit(Side.BID);
        bench.pass(LONG);

        assertEquals(1, bench.snapshot().totals().fills());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow({"13", "21"})
    void booksFillsThatTheStreamNeverBrought(long seed) {
        var bench = Bench.seeded(seed).started();
        bench.pass(Duration.ofSeconds(3));
        bench.anyMoment();

        bench.venue.faults.add(Fault.FILLS_MISSING);
        bench.hit(Side.BID);
        bench.hit(Side.ASK);
        bench.pass(Duration.ofSeconds(30));

        assertFalse(bench.told(Kind.ALERT, "engine.fill.missed").isEmpty());
        var down = Message.of("engine.gate.stream.private", Message.of("engine.fill.not-reported"));
        assertTrue(bench.told("engine.state-because")
                .contains(Message.of("engine.state-because", Message.of("engine.state.down"), down)));
        assertEquals(2, bench.snapshot().totals().fills());
        bench.assertInvariants();
    }
}
