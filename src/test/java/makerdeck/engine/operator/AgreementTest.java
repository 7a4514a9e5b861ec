package makerdeck.engine.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.engine.input.Input;
import makerdeck.message.Keys;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import org.junit.jupiter.api.Test;

/** A line counts as things are when the desk comes to it, not as they were on the screen it was typed on. */
class AgreementTest {

    private static final DeskCommand NOW = new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW);

    private final Bench bench = new Bench().started();

    @Test
    void whatRaisesNoRiskIsCarriedOutUnasked() {
        assertTrue(unasked(1, set("spread", "0.5")).ok());
        assertTrue(unasked(2, set("spread", "0.3")).ok());
    }

    @Test
    void aLineThatWasJudgedBeforeRebalancingCameOnIsNotCarriedOut() {
        agreed(1, set("rebalance", "on"));

        var answer = unasked(2, set("target", "69", "threshold", "5"));

        assertFalse(answer.ok());
        assertTrue(says("engine.agreement.raises"));
        assertEquals("30", bench.value("target"));
    }

    @Test
    void twoStepsThatTogetherDoubleWhatIsInTheBookAreTwoLines() {
        unasked(1, set("quantity", "1"));

        assertTrue(unasked(2, set("quantity", "1.9")).ok());
        assertFalse(unasked(3, set("quantity", "3.8")).ok());
    }

    @Test
    void theStepsOfOneLineAreJudgedTogether() {
        bench.command("", set("quantity", "1"));

        assertTrue(unasked(1, set("quantity", "0.4")).ok());
        assertTrue(unasked(1, set("quantity", "1.2")).ok());
        assertFalse(unasked(1, set("quantity", "2.5")).ok());
    }

    @Test
    void aStepBackIsJudgedByWhatItTakesBackThen() {
        agreed(1, set("rebalance", "on"));
        assertTrue(unasked(2, set("rebalance", "off")).ok());

        assertFalse(unasked(3, new DeskCommand.Undo()).ok());

        assertTrue(unasked(4, set("spread", "0.4")).ok());
        assertTrue(unasked(5, new DeskCommand.Undo()).ok());
        assertFalse(unasked(6, new DeskCommand.Undo()).ok());
        assertTrue(unasked(7, new DeskCommand.Redo()).ok());
    }

    @Test
    void thePresetsEndIsJudgedToo() {
        bench.command("", set("rebalance", "on"));
        var load = new DeskCommand.LoadPreset("still", Map.of("rebalance", "off"), Duration.ofMinutes(1));

        assertFalse(unasked(1, load).ok());
    }

    @Test
    void quotingAgainAsksWhereTheDeskThenTrades() {
        bench.command("", new DeskCommand.Pause(null, null));
        assertTrue(unasked(1, new DeskCommand.Resume(null)).ok());
        bench.command("", new DeskCommand.Pause(null, null));
        bench.command("", set("rebalance", "on", "target", "60"));

        assertFalse(unasked(2, new DeskCommand.Resume(null)).ok());
    }

    @Test
    void aLongerTimeIsAskedForWithRealMoneyOnly() {
        assertTrue(unasked(1, set("duration", "9000")).ok());

        var live = new Bench().live().started();
        live.engine.step(typed(live, 1, false, set("duration", "9000")));

        assertFalse(answer(live).ok());
    }

    @Test
    void aYesCountsForWhatWasShown() {
        ask(1, set("rebalance", "on"));
        bench.command("from elsewhere", set("target", "42", "threshold", "5"));

        var answer = agreedTo(1, set("rebalance", "on"));

        assertFalse(answer.ok());
        assertTrue(says("engine.agreement.changed-so"));
        assertEquals("off", bench.value("rebalance"));
        assertTrue(agreed(2, set("rebalance", "on")).ok());
    }

    @Test
    void allOfALineThatWasAgreedToIsCarriedOut() {
        ask(1, set("fee-floor", "off"), set("spread", "0.1"));

        assertTrue(agreedTo(1, set("fee-floor", "off")).ok());
        assertTrue(agreedTo(1, set("spread", "0.1")).ok());
    }

    @Test
    void aChangeThatWasTakenBackMeanwhileIsAChange() {
        ask(1, new DeskCommand.Redo());
        bench.command("", set("spread", "0.4"));
        bench.command("", set("spread", "0.2"));

        assertFalse(agreedTo(1, new DeskCommand.Redo()).ok());
    }

    @Test
    void nothingIsAgreedToThatWasNeverShown() {
        assertFalse(agreedTo(4, set("rebalance", "on")).ok());
    }

    @Test
    void aTradeIsOnlyAgreedToWhereOneWasShown() {
        var atTarget = new Bench().with(Map.of("target", "30")).started();
        atTarget.engine.step(question(atTarget, 1, NOW));
        assertTrue(
                Keys.of(atTarget.snapshot().previews().of(1).rows().get(0)).contains("engine.rebalance.nothing"),
                atTarget.snapshot().previews().of(1).rows().toString());
        atTarget.hit(Side.BID);
        atTarget.pass(Duration.ofSeconds(1));

        atTarget.engine.step(typed(atTarget, 1, true, NOW));

        assertFalse(answer(atTarget).ok());
    }

    @Test
    void whatACommandShowsIsToldToWhoGaveItAlone() {
        bench.events.clear();
        bench.engine.step(new Input.FromOperator(
                bench.clock.instant(), 5, "why", new DeskCommand.Why(DeskCommand.Why.Topic.ALL)));
        int lines = bench.news(DeskNews.Noted.class).size();
        bench.command("why", new DeskCommand.Why(DeskCommand.Why.Topic.ALL));

        var told = bench.news(DeskNews.Noted.class);
        assertTrue(lines > 5);
        assertTrue(told.subList(0, lines).stream().allMatch(line -> line.asker() == 5));
        assertTrue(told.subList(lines, told.size()).stream().allMatch(line -> line.asker() == 0));
    }

    private DeskNews.CommandAnswered unasked(long line, DeskCommand command) {
        bench.engine.step(typed(bench, line, false, command));
        return answer(bench);
    }

    private DeskNews.CommandAnswered agreed(long number, DeskCommand command) {
        ask(number, command);
        return agreedTo(number, command);
    }

    private void ask(long number, DeskCommand... commands) {
        bench.engine.step(question(bench, number, commands));
    }

    private DeskNews.CommandAnswered agreedTo(long number, DeskCommand command) {
        bench.engine.step(typed(bench, number, true, command));
        return answer(bench);
    }

    private static DeskNews.CommandAnswered answer(Bench bench) {
        return Bench.answer(bench.last(DeskEvent.Kind.COMMAND));
    }

    private boolean says(String key) {
        return !bench.told(DeskEvent.Kind.COMMAND, key).isEmpty();
    }

    private static Input question(Bench bench, long number, DeskCommand... commands) {
        return new Input.FromOperator(bench.clock.instant(), "", new DeskCommand.Preview(number, List.of(commands)));
    }

    private static Input typed(Bench bench, long line, boolean agreed, DeskCommand command) {
        return new Input.FromOperator(bench.clock.instant(), "", DeskCommand.Judged.of(line, agreed, command));
    }

    private static DeskCommand set(String... values) {
        var changes = new LinkedHashMap<String, String>();
        for (int i = 0; i < values.length; i += 2) {
            changes.put(values[i], values[i + 1]);
        }
        return new DeskCommand.SetParameters(changes);
    }
}
