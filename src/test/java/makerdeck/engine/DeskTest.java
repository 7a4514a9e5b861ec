package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Side;
import makerdeck.engine.input.Input;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.Test;

class DeskTest {

    @Test
    void quotesBothSidesSoonAfterTheStart() {
        var bench = new Bench().started();

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(3, bench.resting(Side.BID).size());
        assertEquals(3, bench.resting(Side.ASK).size());
        assertEquals(1, bench.venue.batches.size());
        assertEquals("", Keys.of(bench.snapshot().quoting().bidReason()));
        assertEquals(6, bench.snapshot().orders().size());
    }

    @Test
    void showsANoticeAsAnAlertAndGoesOnQuoting() {
        var bench = new Bench().started();

        bench.engine.step(new Input.Notice(bench.clock.instant(), Severity.WARN, Message.plain("the feed is over")));

        assertEquals(
                Message.plain("the feed is over"),
                bench.snapshot().alerts().get(0).text());
        assertEquals(6, bench.snapshot().orders().size());
    }

    @Test
    void takesANoticeThatIsOnlyInformationForALineOfTheLog() {
        var bench = new Bench().started();

        bench.engine.step(new Input.Notice(bench.clock.instant(), Severity.INFO, Message.plain("preset mine saved")));

        assertEquals(List.of(), bench.snapshot().alerts());
        assertEquals(Message.plain("preset mine saved"), bench.last(Kind.INFO).text());
    }

    @Test
    void leavesUnchangedOrdersAlone() {
        var bench = new Bench().started();
        var before = bench.prices(Side.BID);

        bench.pass(Duration.ofSeconds(30));

        assertEquals(before, bench.prices(Side.BID));
        assertEquals(1, bench.venue.batches.size());
        assertEquals(0, bench.venue.cancels);
    }

    @Test
    void followsTheMarketWithOneRequestForNewOrders() {
        var bench = new Bench().started();

        bench.book("150.09", "150.11");
        bench.pass(Duration.ofMillis(100));

        assertEquals(2, bench.venue.batches.size());
        assertTrue(bench.venue.cancels >= 2 && bench.venue.cancels <= 6, "cancels " + bench.venue.cancels);
        assertTrue(bench.prices(Side.BID).stream().allMatch(price -> price > 14970));
        assertEquals(6, bench.resting().size());
    }

    @Test
    void doesNotQuoteAroundItsOwnShadowWhenTheBookComesLate() {
        var bench = new Bench();
        bench.venue.news.bookDelay = Duration.ofMillis(40);
        bench.book("149.00", "151.00");
        bench.startedAsItIs();

        bench.book("149.20", "151.20");
        bench.pass(Duration.ofSeconds(3));

        assertTrue(bench.venue.batches.size() <= 4, "batches " + bench.venue.batches.size());
        assertTrue(bench.venue.cancels <= 12, "cancels " + bench.venue.cancels);
        assertEquals(6, bench.resting().size());
    }

    @Test
    void booksAFillOnceAndQuotesTheLayerAgainAfterASecond() {
        var bench = new Bench().started();
        var bids = bench.prices(Side.BID);

        bench.take(Side.ASK, new BigDecimal(bids.get(2)).movePointLeft(2).toPlainString(), "200");
        bench.book("149.99", "150.01");
        bench.pass(Duration.ofMillis(500));

        assertEquals(1, bench.snapshot().fills().size());
        assertEquals("B1", bench.snapshot().fills().get(0).tag());
        assertEquals(1, bench.snapshot().totals().buys());
        assertEquals(2, bench.resting(Side.BID).size());
        assertEquals(1, bench.all(Kind.FILL).size());

        bench.pass(Duration.ofSeconds(3));

        assertEquals(3, bench.resting(Side.BID).size());
    }

    @Test
    void movesTheQuotesWhenTheSpreadIsSet() {
        var bench = new Bench().started();
        var before = bench.prices(Side.ASK);

        var answer = bench.command("set spread 0.4", new DeskCommand.SetParameters(Map.of("spread", "0.4")));
        bench.pass(Duration.ofMillis(200));

        assertTrue(Bench.answer(answer).ok());
        var applied = Keys.values(answer.text(), "engine.set.applied.many");
        assertEquals("strategy.change[spread, 0.2, strategy.counted[0.4, strategy.unit.percent]]", Keys.of((Message)
                applied.get(1)));
        assertEquals(0L, applied.get(2));
        assertTrue(bench.prices(Side.ASK).get(0) > before.get(0) + 5);
        assertEquals(3, bench.resting(Side.ASK).size());
        assertEquals("0.4", bench.latest(DeskNews.ParameterChanged.class).after());
    }

    @Test
    void aChangeThatIsOnlyBegunSaysWhatItComesTo() {
        var bench = new Bench().started();

        var answer = bench.command("set layers 9", new DeskCommand.SetParameters(Map.of("layers", "9")));
        bench.pass(Duration.ofSeconds(3));

        assertEquals(
                List.of(bench.resting(Side.BID).size(), bench.resting(Side.ASK).size()),
                Stream.of(0, 2)
                        .map(i -> Keys.values(answer.text(), "engine.set.in-the-end")
                                .get(i))
                        .map(count -> ((Number) count).intValue())
                        .toList());
        bench.command("set layers 12", new DeskCommand.SetParameters(Map.of("layers", "12")));
        var loss = bench.command("set max-loss 9", new DeskCommand.SetParameters(Map.of("max-loss", "9")));
        assertFalse(Keys.says(loss.text(), "engine.set.in-the-end"));
        bench.pass(Duration.ofSeconds(3));
        assertFalse(Keys.says(
                bench.command("set spread 0.4", new DeskCommand.SetParameters(Map.of("spread", "0.4")))
                        .text(),
                "engine.set.in-the-end"));
    }

    @Test
    void whatWasSaidOfTheParametersIsNotSaidAgainWithEveryOtherChange() {
        var bench = new Bench().started();

        bench.command("set target 10", new DeskCommand.SetParameters(Map.of("target", "10")));
        bench.command("set max-loss 9", new DeskCommand.SetParameters(Map.of("max-loss", "9")));
        assertEquals(1, bench.told("strategy.warning.never-buys").size());

        bench.command("set target 9", new DeskCommand.SetParameters(Map.of("target", "9")));
        assertEquals(2, bench.told("strategy.warning.never-buys").size());
    }

    @Test
    void leavesEverythingAsItIsWhenAValueIsIllegal() {
        var bench = new Bench().started();
        var before = bench.prices(Side.ASK);

        var answer = bench.command(
                "set spread 99 layers 5", new DeskCommand.SetParameters(Map.of("spread", "99", "layers", "5")));
        bench.pass(Duration.ofSeconds(1));

        assertFalse(Bench.answer(answer).ok());
        assertEquals(
                "spread", Keys.values(answer.text(), "strategy.refused.range").get(0));
        assertEquals(before, bench.prices(Side.ASK));
        assertEquals(List.of(), bench.all(Kind.PARAMETER));
    }

    @Test
    void emptiesBothSidesOnPauseAndRefillsThemOnResume() {
        var bench = new Bench().started();

        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofMillis(200));

        assertEquals(List.of(), bench.resting());
        assertEquals(DeskState.PAUSED, bench.snapshot().state());
        assertEquals("engine.pause.by-you", Keys.of(bench.snapshot().reason()));
        assertEquals(
                "engine.pause.paused-by-you", Keys.of(bench.snapshot().quoting().bidReason()));

        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(Duration.ofMillis(200));

        assertEquals(6, bench.resting().size());
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
    }

    @Test
    void startsPausedWhenItShould() {
        var bench = new Bench();
        bench.engine = bench.engine(Parameters.defaults(), false);
        bench.started();

        assertEquals(DeskState.PAUSED, bench.snapshot().state());
        assertEquals(List.of(), bench.resting());
        assertNotEquals(null, bench.snapshot().inventory());
    }

    @Test
    void leavesNoOrderBehindWhenItQuits() {
        var bench = new Bench().started();

        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(1));

        assertEquals(List.of(), bench.resting());
        assertTrue(bench.engine.outcome().orElseThrow().clean());
        assertEquals(DeskState.STOPPED, bench.snapshot().state());
        assertEquals(1, bench.all(Kind.REPORT).size());
    }

    @Test
    void saysWhichOrdersMayLiveWhenTheVenueDoesNotAnswerAtTheEnd() {
        var bench = new Bench().started();

        bench.venue.faults.add(Fault.CANCEL_LOST);
        bench.venue.faults.add(Fault.READ_TIMEOUT);
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(Duration.ofSeconds(11));

        var outcome = bench.engine.outcome().orElseThrow();
        assertFalse(outcome.clean());
        assertEquals(6, outcome.mayLive().size());
        assertEquals(Message.of("engine.resting.advice-for", "SOL_USDC"), outcome.advice());
    }
}
