package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.faults.Seeded;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskState;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams that fall silent, break and come back, as the desk meets them behind its client. */
class StreamFaultsTest {

    @Seeded
    @FaultRow("20")
    void pullsItsQuotesWhenNothingIsHeardForThreeSeconds(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.WS_SILENCE);
        bench.pass(Duration.ofSeconds(5));

        assertEquals(List.of(), bench.resting());
        assertEquals(DeskState.PAUSED, bench.snapshot().state());
        assertTrue(Keys.says(bench.snapshot().quoting().bidReason(), "engine.gate.silent"));
        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(15));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("21")
    void findsOutWhatASilentAccountStreamKeptToItself(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.PRIVATE_SILENCE);
        bench.hit(Side.BID);
        bench.pass(Duration.ofSeconds(30));

        assertEquals(1, bench.snapshot().totals().fills());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow({"22", "23"})
    void resumesAfterTheConnectionWasLostAndSteadyAgain(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        for (int storm = 0; storm < 5; storm++) {
            bench.venue.streamsDown("closed");
            bench.pass(Duration.ofSeconds(1));
            assertEquals(DeskState.DOWN, bench.snapshot().state());
            // That it is down is the state, and is not said twice.
            assertTrue(
                    Keys.says(bench.snapshot().reason(), "engine.gate.stream.public"),
                    Keys.of(bench.snapshot().reason()));
            assertEquals(List.of(), bench.resting());
            bench.venue.streamsUp();
            bench.pass(Duration.ofSeconds(4));
            assertEquals(List.of(), bench.resting());
        }
        bench.pass(Duration.ofSeconds(2));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("23")
    void needsAFreshComparisonAfterTheAccountStreamWasDown(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.tell(new VenueEvent.StreamDown(bench.clock.instant(), Stream.PRIVATE, Message.plain("closed")));
        bench.venue.faults.add(Fault.READ_TIMEOUT);
        bench.pass(Duration.ofSeconds(1));
        bench.venue.streamsUp();
        bench.pass(Duration.ofSeconds(10));
        assertEquals(List.of(), bench.resting());
        assertEquals(
                "engine.gate.not-compared", Keys.of(bench.snapshot().quoting().bidReason()));
        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(12));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("24")
    void pullsItsQuotesWhileTheBookHasAHole(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.PUBLIC_SILENCE);
        bench.venue.tell(new VenueEvent.BookLost(bench.clock.instant(), Message.plain("gap")));
        bench.pass(Duration.ofMillis(300));
        assertEquals(List.of(), bench.resting());
        assertEquals(
                "engine.gate.book-lost[message.plain[gap]]",
                Keys.of(bench.snapshot().quoting().bidReason()));
        bench.venue.faults.clear();
        bench.venue.news.tellBook();
        bench.pass(Duration.ofSeconds(2));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("24")
    void aBookThatBreaksAgainAndAgainIsWaitedForOnce(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();
        int before = bench.all(Kind.STATE).size();

        for (int i = 0; i < 10; i++) {
            bench.venue.tell(new VenueEvent.BookLost(bench.clock.instant(), Message.plain("odd " + i)));
            bench.venue.news.tellBook();
            bench.pass(Duration.ofMillis(300));
        }
        assertEquals(List.of(), bench.resting());
        assertEquals(
                "engine.gate.book-breaks[5]", Keys.of(bench.snapshot().quoting().bidReason()));
        bench.pass(Duration.ofSeconds(7));

        assertEquals(6, bench.resting().size());
        var told = bench.all(Kind.STATE).size() - before;
        assertTrue(told <= 6, "paused and back for each of two breaks, then once: " + told);
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("58")
    void pullsItsQuotesWhenTheBookStandsStillThoughAllElseLives(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        bench.venue.faults.add(Fault.DEPTH_FROZEN);
        bench.hit(Side.BID);
        bench.pass(Duration.ofSeconds(6));

        assertEquals(List.of(), bench.resting());
        assertTrue(Keys.says(bench.snapshot().quoting().bidReason(), "engine.gate.book-old"));
        bench.venue.faults.clear();
        bench.pass(Duration.ofSeconds(40));

        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Seeded
    @FaultRow("58")
    void quotesOnInADeadMarketWhoseBookIsConfirmed(long seed) {
        var bench = Bench.seeded(seed).started().anyMoment();

        for (int second = 0; second < 60; second++) {
            bench.pass(Duration.ofSeconds(1));
            assertEquals(6, bench.resting().size());
        }
        bench.assertInvariants();
    }

    @Test
    void theReasonForStartingNamesWhatIsWaitedFor() {
        var bench = new Bench();
        bench.pass(Duration.ofSeconds(1));
        assertEquals("engine.start.connecting", Keys.of(bench.snapshot().reason()));

        bench.venue.tellMarket();
        bench.pass(Duration.ofSeconds(1));

        assertEquals(DeskState.STARTING, bench.snapshot().state());
        assertEquals("engine.start.streams", Keys.of(bench.snapshot().reason()));
    }

    @Test
    @FaultRow("65")
    void aVenueThatIsNotReachedIsTheReasonForStartingAlertedOnceAndForgottenOnceItIsReached() {
        var bench = new Bench();
        for (int attempt = 1; attempt <= 3; attempt++) {
            var reason = Message.of("client.trying-again", Message.plain("HTTP 403"), attempt, 1);
            bench.venue.tell(new VenueEvent.StreamDown(bench.clock.instant(), Stream.PUBLIC, reason));
            bench.pass(Duration.ofSeconds(1));
        }
        assertEquals(DeskState.STARTING, bench.snapshot().state());
        assertEquals(
                "client.trying-again[message.plain[HTTP 403], 3, 1]",
                Keys.of(bench.snapshot().reason()));
        assertEquals(1, bench.all(Kind.ALERT).size());

        bench.venue.tellMarket();
        bench.venue.tell(new VenueEvent.StreamUp(bench.clock.instant(), Stream.PRIVATE));
        bench.venue.tell(new VenueEvent.StreamDown(bench.clock.instant(), Stream.PRIVATE, Message.plain("gone")));
        bench.pass(Duration.ofSeconds(1));

        assertEquals(DeskState.DOWN, bench.snapshot().state());
        assertFalse(Keys.says(bench.snapshot().reason(), "client.trying-again"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DEPTH_RESTART", "DEPTH_NEGATIVE", "DEPTH_JUMP", "DEPTH_FROZEN"})
    @FaultRow("58")
    void noQuoteRestsLongerThanThreeSecondsOnABookThatHasBroken(Fault fault) {
        var bench = Bench.seeded(7).started().anyMoment();
        bench.venue.faults.add(fault);
        bench.hit(Side.BID);
        var from = bench.clock.instant();

        while (!bench.resting().isEmpty()) {
            bench.pass(Duration.ofMillis(10));
            assertTrue(Duration.between(from, bench.clock.instant()).compareTo(Duration.ofSeconds(3)) <= 0);
        }

        System.out.printf(
                "%s: no quote rests after %d ms%n",
                fault.word(), Duration.between(from, bench.clock.instant()).toMillis());
        bench.venue.faults.clear();
        bench.assertInvariants();
    }
}
