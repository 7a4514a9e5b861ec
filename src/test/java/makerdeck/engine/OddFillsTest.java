package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.journal.NewerJournalException;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskState;
import makerdeck.venue.OddFill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fill history with rows that cannot be read, or that have no trade id. */
class OddFillsTest {

    private static final Message ODD = Message.of("client.unreadable.missing", "price");

    private static OddFill row() {
        return new OddFill("row", null, null, ODD);
    }

    @Seeded
    @FaultRow("66")
    void onlyReducesWhileAFillCannotBeReadAndGoesOnByItself(long seed) {
        var bench = Bench.seeded(seed).started();
        bench.anyMoment().hit(Side.BID);
        bench.venue.oddFills.add(row());
        bench.venue.streamsUp();
        bench.pass(Duration.ofSeconds(30));

        assertEquals(DeskState.REDUCE, bench.snapshot().state());
        assertEquals(
                Message.of("engine.reduce-only.fills", ODD), bench.snapshot().reason());
        assertEquals(
                1,
                bench.told(DeskEvent.Kind.ALERT, "engine.fill.unreadable-row").size());
        assertEquals(
                List.of(Message.of("engine.alert.about", Message.of("engine.fill.unreadable-row"), ODD)),
                bench.told(DeskEvent.Kind.ALERT, ODD.key()));

        bench.venue.oddFills.clear();
        bench.pass(Duration.ofSeconds(10));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("66")
    void aRowThatStaysOddEndsOnceItsOrderAndBothBalancesAgreeWithTheBooks(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.venue.spoiled.add(Long.toString(bench.nearest(Side.BID).id()));
        bench.hit(Side.BID);
        bench.venue.streamsUp();
        bench.pass(Duration.ofSeconds(3));
        assertEquals(DeskState.REDUCE, bench.snapshot().state());
        bench.pass(Duration.ofSeconds(57));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertFalse(
                bench.told(DeskEvent.Kind.ALERT, "engine.fill.row-explained").isEmpty());
        assertEquals(1, bench.snapshot().totals().fills());
        bench.assertHoldings();
    }

    @Seeded
    @FaultRow("66")
    void aRowThatNamesNoOrderEndsOnceBothBalancesHaveAgreedForAMinute(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.hit(Side.BID);
        bench.venue.oddFills.add(row());
        bench.venue.streamsUp();
        bench.pass(Duration.ofSeconds(40));
        assertEquals(DeskState.REDUCE, bench.snapshot().state());
        bench.pass(Duration.ofSeconds(80));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.assertHoldings();
    }

    @Seeded
    @FaultRow("66")
    void aRowWhoseFillIsNotBookedReducesUntilTheOperatorGoesOnWithoutIt(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        bench.venue.faults.add(Fault.FILLS_MISSING);
        bench.venue.spoiled.add(Long.toString(bench.nearest(Side.BID).id()));
        bench.hit(Side.BID);
        bench.pass(Duration.ofMinutes(4));
        assertEquals(DeskState.REDUCE, bench.snapshot().state());

        assertEquals(1, bench.snapshot().health().unreadRows());
        bench.command("ack rows", new DeskCommand.LeaveOutRows());
        bench.pass(Duration.ofMinutes(1));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(0, bench.snapshot().totals().fills());
        assertFalse(bench.told("engine.balance.transfer").isEmpty());
        bench.assertHoldings();
    }

    @Seeded
    @FaultRow("66")
    void oddRowsAreShownBeforeTheyAreLeftOut(long seed) {
        var bench = Bench.seeded(seed).started();
        bench.venue.oddFills.add(row());
        bench.venue.streamsUp();
        bench.anyMoment().pass(Duration.ofSeconds(3));

        bench.show(new DeskCommand.Preview(1, List.of(new DeskCommand.LeaveOutRows())));

        var preview = bench.snapshot().previews().of(1).rows();
        assertEquals(List.of(ODD, Message.of("engine.preview.rows-left-out.one", 1)), preview);
    }

    @Seeded
    @FaultRow("66")
    void aRowThatCameAfterTheQuestionStays(long seed) {
        var bench = Bench.seeded(seed).started();
        bench.venue.oddFills.add(row());
        bench.venue.streamsUp();
        bench.anyMoment().pass(Duration.ofSeconds(3));
        bench.show(new DeskCommand.Preview(1, List.of(new DeskCommand.LeaveOutRows())));
        bench.venue.oddFills.add(new OddFill("later", null, null, ODD));
        bench.venue.streamsUp();
        bench.pass(Duration.ofSeconds(3));

        var answer = bench.command("ack rows", DeskCommand.Judged.of(1, true, new DeskCommand.LeaveOutRows()));

        assertEquals(1, bench.snapshot().health().unreadRows());
        assertEquals(
                1L, Keys.values(answer.text(), "engine.rows.came-since.one").get(0));
        assertEquals(DeskState.REDUCE, bench.snapshot().state());
    }

    @Seeded
    @FaultRow("66")
    void anOddRowHidesNoOtherFill(long seed) {
        var bench = Bench.seeded(seed).started();
        bench.venue.faults.add(Fault.FILLS_MISSING);
        bench.anyMoment().hit(Side.BID);
        bench.venue.oddFills.add(row());
        bench.pass(Duration.ofSeconds(20));

        assertEquals(1, bench.snapshot().totals().fills());
    }

    @Test
    @FaultRow("66")
    void aDeskThatGoesOnStartsThoughARowCannotBeRead(@TempDir Path folder) throws NewerJournalException {
        var lives = new Lives(new Bench(), folder);
        lives.bench.started();
        lives.bench.hit(Side.BID);
        lives.bench.pass(Duration.ofSeconds(3));
        lives.kill(Duration.ofSeconds(1));
        lives.bench.venue.oddFills.add(row());

        lives.restart(Duration.ofSeconds(20));

        assertEquals(DeskState.REDUCE, lives.bench.snapshot().state());
        lives.close();
    }

    @Test
    @FaultRow("66")
    void aFillWithoutATradeIdIsNotBookedAgainInTheNextLife(@TempDir Path folder) throws NewerJournalException {
        var lives = new Lives(new Bench(), folder);
        lives.bench.venue.namesFills = false;
        lives.bench.venue.faults.add(Fault.FILLS_MISSING);
        lives.bench.started();
        lives.bench.hit(Side.BID);
        lives.bench.pass(Duration.ofSeconds(20));
        assertEquals(1, lives.bench.snapshot().totals().fills());
        lives.kill(Duration.ofSeconds(1));

        lives.restart(Duration.ofSeconds(20));

        assertEquals(1, lives.bench.snapshot().totals().fills());
        lives.bench.assertHoldings();
        lives.close();
    }

    @Seeded
    @FaultRow("66")
    void booksAFillOnceWhetherOrNotItHasATradeId(long seed) {
        var bench = Bench.seeded(seed);
        bench.venue.namesFills = false;
        bench.started();
        bench.anyMoment().hit(Side.BID);
        bench.pass(Duration.ofSeconds(5));
        bench.venue.faults.add(Fault.FILLS_MISSING);
        bench.anyMoment().hit(Side.ASK);
        bench.pass(Duration.ofMinutes(6));
        bench.venue.faults.clear();
        bench.venue.namesFills = true;
        bench.pass(Duration.ofMinutes(6));

        assertEquals(2, bench.snapshot().totals().fills());
        bench.assertHoldings();
    }
}
