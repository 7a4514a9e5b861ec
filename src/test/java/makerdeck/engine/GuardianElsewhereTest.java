package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import makerdeck.command.DeskCommand;
import makerdeck.message.Keys;
import makerdeck.simulator.model.OrderKey;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.GuardianState;
import makerdeck.snapshot.HealthRow;
import org.junit.jupiter.api.Test;

/** What the engine does about a guardian of another machine that is not there yet, is lost, or cancels. */
class GuardianElsewhereTest {

    private static final String AT = "vps2:7070";

    private final Bench bench = new Bench();

    private Bench guarded() {
        bench.guardian(AT, GuardianState.ON);
        return bench.started();
    }

    private void assertHalted(String why) {
        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals(why, Keys.of(bench.snapshot().reason()));
        assertEquals(0, bench.resting().size());
        bench.assertInvariants();
    }

    @Test
    void doesNotQuoteBeforeTheGuardianIsArmedAndSaysWhatItWaitsFor() {
        bench.guardian(AT, GuardianState.STARTING);
        bench.started();
        bench.pass(Duration.ofSeconds(30));

        assertEquals(DeskState.STARTING, bench.snapshot().state());
        assertEquals(
                "engine.start.guardian[" + AT + "]", Keys.of(bench.snapshot().reason()));
        assertEquals(0, bench.venue.batches.size());

        bench.guardian(AT, GuardianState.ON);
        bench.pass(Duration.ofSeconds(5));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(
                List.of(new HealthRow.GuardianElsewhere(AT, GuardianState.ON)),
                bench.snapshot().health().guardiansElsewhere());
        bench.assertInvariants();
    }

    @Test
    void takesItsOrdersBackWhenTheGuardianIsLostAndGoesOnOnlyOnTheOperatorsWord() {
        guarded();
        assertEquals(6, bench.resting().size());

        bench.guardian(AT, GuardianState.LOST);
        bench.pass(Duration.ofSeconds(1));
        assertHalted("engine.halt.guardian[" + AT + "]");

        bench.guardian(AT, GuardianState.ON);
        bench.pass(Duration.ofMinutes(10));
        assertEquals(DeskState.HALTED, bench.snapshot().state());

        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(15));
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.assertInvariants();
    }

    @Test
    void saysWhenTheLostGuardianIsBack() {
        guarded();
        bench.guardian(AT, GuardianState.LOST);
        bench.guardian(AT, GuardianState.ON);
        bench.pass(Duration.ofSeconds(1));

        assertTrue(
                Keys.of(bench.snapshot().reason()).startsWith("engine.halt.over["),
                () -> Keys.of(bench.snapshot().reason()));
    }

    @Test
    void goesOnWithoutItWhereTheOperatorSaysSo() {
        guarded();
        bench.guardian(AT, GuardianState.LOST);
        bench.pass(Duration.ofSeconds(1));

        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(30));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Test
    void haltsAgainWhenSomebodyCancelsItsQuotesWhileTheGuardianIsNotHeard() {
        guarded();
        bench.guardian(AT, GuardianState.LOST);
        bench.pass(Duration.ofSeconds(1));
        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofSeconds(15));

        bench.exchange.cancel(
                bench.desk, new OrderKey.ById(bench.resting().get(0).id()));
        bench.pass(Duration.ofSeconds(2));

        assertHalted("engine.halt.guardian-cancels[" + AT + "]");
    }

    @Test
    void oneThatCancelsIsNoReasonWhileEveryGuardianIsHeard() {
        guarded();

        bench.exchange.cancel(
                bench.desk, new OrderKey.ById(bench.resting().get(0).id()));
        bench.pass(Duration.ofSeconds(15));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.assertInvariants();
    }
}
