package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Book;
import makerdeck.domain.ClientId;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Why;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A halt says when its cause is over; after which ones the desk goes on by itself, and how often. */
class ResumeAutoTest {

    private static Bench bench(String seconds) {
        return new Bench()
                .with(Map.of("resume.auto", seconds, "duration", "0", "max-loss", "5"))
                .started();
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static void ban(Bench bench) {
        bench.venue.faults.add(Fault.BAN);
        bench.book("150.09", "150.11");
        bench.pass(seconds(12));
        assertEquals(DeskState.HALTED, bench.snapshot().state());
    }

    private static void unban(Bench bench) {
        bench.venue.faults.clear();
        bench.book("149.99", "150.01");
    }

    private static List<String> halted(Bench bench) {
        return bench.snapshot().why().halted().stream()
                .map(Why.Row::text)
                .map(Keys::of)
                .toList();
    }

    @Test
    void aHaltSaysSinceWhenItsCauseIsOverAndHowToGoOn() {
        var bench = bench("0");

        ban(bench);
        assertFalse(Keys.says(bench.snapshot().reason(), "engine.halt.over"));
        assertTrue(halted(bench).contains("engine.halt.over-no"), halted(bench)::toString);
        unban(bench);
        bench.pass(seconds(20));
        assertTrue(
                Keys.says(bench.snapshot().reason(), "engine.halt.over"),
                Keys.of(bench.snapshot().reason()));
        bench.pass(seconds(185));

        assertEquals(
                "3m",
                Keys.values(bench.snapshot().reason(), "engine.halt.over-since").get(0));
        assertEquals(
                List.of("engine.why.next[engine.halt.resume]", "engine.halt.over-yes", "engine.halt.auto-off"),
                halted(bench).subList(1, 4));
        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals(1, bench.told(Kind.STATE, "engine.halt.over").size());

        bench.command("resume", new DeskCommand.Resume(null));
        bench.pass(seconds(5));
        assertEquals(6, bench.resting().size());
        bench.assertInvariants();
    }

    @Test
    void afterABanTheDeskGoesOnByItselfTheTimeThatWasGivenAfterItsEndAndSaysSo() {
        var bench = bench("30");

        ban(bench);
        unban(bench);
        bench.pass(seconds(25));
        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertTrue(halted(bench).get(3).startsWith("engine.halt.auto-in"), halted(bench)::toString);
        bench.pass(seconds(25));

        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        assertEquals(6, bench.resting().size());
        assertEquals(1, bench.told(Kind.ALERT, "engine.halt.resumed").size());
        bench.assertInvariants();
    }

    @Test
    void itGoesOnThreeTimesAnHourAtMostAndThenStaysHaltedAndSaysSo() {
        var bench = bench("1");

        for (int i = 0; i < 3; i++) {
            ban(bench);
            unban(bench);
            bench.pass(seconds(40));
            assertEquals(DeskState.QUOTING, bench.snapshot().state(), "ban " + i);
        }
        ban(bench);
        unban(bench);
        bench.pass(seconds(120));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals(1, bench.told(Kind.ALERT, "engine.halt.spent").size());
        assertEquals(List.of(), bench.resting());
    }

    @Test
    void whatTheOperatorHasPausedStaysPaused() {
        var bench = bench("1");
        bench.command("pause ask", new DeskCommand.Pause(Side.ASK, null));

        ban(bench);
        unban(bench);
        bench.pass(seconds(40));

        assertEquals(3, bench.resting(Side.BID).size());
        assertEquals(List.of(), bench.resting(Side.ASK));
    }

    @Test
    void anOperatorWhoHaltsABannedDeskIsObeyed() {
        var bench = bench("1");

        ban(bench);
        bench.command("halt", new DeskCommand.Halt(Message.plain("typed")));
        unban(bench);
        bench.pass(seconds(120));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals("message.plain[typed]", Keys.of(bench.snapshot().reason()));
        assertEquals(
                List.of("engine.why.next[engine.halt.next.operator]"),
                halted(bench).subList(1, halted(bench).size()));
    }

    @Test
    void itDoesNotGoOnToALossThatWouldHaltItAtOnce() {
        var bench = bench("1");

        ban(bench);
        bench.venue.faults.clear();
        bench.hit(Side.BID);
        bench.book("145.99", "146.01");
        bench.pass(seconds(60));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals(List.of(), bench.told(Kind.ALERT, "engine.halt.resumed"));
    }

    @Test
    void maintenanceAndALostConnectionHaltNothingAndEndByThemselves() {
        var bench = bench("0");

        bench.venue.faults.add(Fault.MAINTENANCE);
        bench.book("150.09", "150.11");
        for (int second = 0; second < 20; second++) {
            bench.pass(seconds(1));
            assertNotEquals(DeskState.HALTED, bench.snapshot().state());
        }
        unban(bench);
        bench.pass(seconds(60));
        assertEquals(6, bench.resting().size());

        bench.venue.unreachable = true;
        bench.venue.streamsDown("closed");
        for (int second = 0; second < 20; second++) {
            bench.pass(seconds(1));
            assertNotEquals(DeskState.HALTED, bench.snapshot().state());
        }
        bench.venue.unreachable = false;
        bench.venue.streamsUp();
        bench.pass(seconds(60));
        assertEquals(6, bench.resting().size());
        assertEquals(DeskState.QUOTING, bench.snapshot().state());
        bench.assertInvariants();
    }

    static Stream<Arguments> others() {
        return Stream.of(
                cause("operator", bench -> bench.command("halt", new DeskCommand.Halt(Message.plain("typed")))),
                cause("loss", ResumeAutoTest::lose),
                cause("price", ResumeAutoTest::absurd),
                cause("key", bench -> faulty(bench, Fault.KEY_REFUSED, 2)),
                cause("cancels", bench -> faulty(bench, Fault.CANCEL_REFUSED, 5)),
                cause("balance", bench -> {
                    bench.venue.books().deposit("USDC", "-7000");
                    bench.pass(seconds(80));
                }),
                cause("other desk", bench -> {
                    var order = OrderRequest.limit(Side.BID, new BigDecimal("120"), BigDecimal.ONE);
                    bench.exchange.submit(bench.desk, order.with(new ClientId((23L << 24) + 5)));
                    bench.pass(seconds(2));
                }),
                cause("grid", bench -> {
                    var rules = bench.exchange.market().rules();
                    bench.venue.toldMarket = new Market(
                            rules.symbol(),
                            rules.base(),
                            rules.quote(),
                            new BigDecimal("0.1"),
                            rules.stepSize(),
                            rules.minQuantity(),
                            rules.bandLow(),
                            rules.bandHigh(),
                            rules.state());
                    bench.venue.tellMarket();
                    bench.pass(seconds(2));
                }),
                cause(
                        "venue",
                        bench -> bench.venue.tell(new VenueEvent.Unusable(
                                bench.clock.instant(), Refusal.OTHER, Message.plain("no such market")))),
                cause("defect", bench -> {
                    bench.venue.broken = true;
                    bench.book("150.09", "150.11");
                    bench.pass(seconds(2));
                    bench.venue.broken = false;
                }));
    }

    private static Arguments cause(String name, Consumer<Bench> trouble) {
        return Arguments.of(name, trouble);
    }

    private static void lose(Bench bench) {
        bench.hit(Side.BID);
        bench.book("148.99", "149.01");
        bench.pass(seconds(1));
    }

    private static void absurd(Bench bench) {
        bench.pass(seconds(5));
        bench.venue.faults.add(Fault.PUBLIC_SILENCE);
        for (int second = 0; second < 16; second++) {
            bench.venue.tell(new VenueEvent.BookMoved(
                    bench.clock.instant(),
                    new Book(
                            List.of(new Level(new Price(150_000), new Quantity(100))),
                            List.of(new Level(new Price(150_010), new Quantity(100))),
                            1)));
            bench.pass(Duration.ofMillis(700));
        }
        bench.venue.faults.clear();
        bench.venue.news.tellBook();
    }

    private static void faulty(Bench bench, Fault fault, long seconds) {
        bench.venue.faults.add(fault);
        bench.book("150.09", "150.11");
        bench.pass(seconds(seconds));
        bench.venue.faults.clear();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void afterEveryOtherCauseItStaysHaltedAndSaysWhatToDo(String name, Consumer<Bench> trouble) {
        var bench = bench("1");

        trouble.accept(bench);
        bench.pass(seconds(1));
        assertEquals(DeskState.HALTED, bench.snapshot().state());
        bench.book("149.99", "150.01");
        bench.pass(seconds(180));

        assertEquals(DeskState.HALTED, bench.snapshot().state());
        assertEquals(List.of(), bench.told(Kind.ALERT, "engine.halt.resumed"));
        assertTrue(halted(bench).get(1).startsWith("engine.why.next["), halted(bench)::toString);
        assertTrue(
                name.equals("operator") || halted(bench).contains("engine.halt.auto-never"), halted(bench)::toString);
    }
}
