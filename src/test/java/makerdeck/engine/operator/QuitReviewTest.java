package makerdeck.engine.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import makerdeck.command.DeskCommand;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.engine.Bench;
import makerdeck.engine.input.Input;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.simulator.faults.Fault;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

/** What an operator reads before he leaves. */
class QuitReviewTest {

    private final Bench bench = new Bench();

    private List<Message> review(boolean keep) {
        var asked = new DeskCommand.Preview(7, List.of(new DeskCommand.Quit(keep)));
        bench.engine.step(new Input.FromOperator(bench.clock.instant(), "quit", asked));
        return bench.snapshot().previews().of(7).rows();
    }

    private static Message row(List<Message> rows, String key) {
        var found = Keys.saying(rows, key);
        assertEquals(1, found.size(), rows.toString());
        return found.get(0);
    }

    @Test
    void ordersAreCountedAndTheFirstAreNamed() {
        bench.started();

        var cancels = row(review(false), "engine.quit.review-cancels.many");

        assertEquals(6L, cancels.values().get(0));
        var named = Keys.values(cancels, "engine.quit.review-more");
        assertEquals(2L, named.get(1));
        var first = bench.snapshot().orders().get(0);
        var rules = Objects.requireNonNull(bench.snapshot().market());
        var text = first.tag() + " " + rules.text(first.price()) + " x " + rules.text(first.remaining());
        assertTrue(String.valueOf(named.get(0)).contains(text), named + " lacks " + text);
        assertEquals(6, bench.resting().size());
    }

    @Test
    void theInventoryStays() {
        bench.started();
        var held = Objects.requireNonNull(bench.snapshot().inventory()).balances();

        var stays = row(review(false), "engine.quit.review-stays").values();

        assertEquals(0, held.base().total().compareTo(new BigDecimal(String.valueOf(stays.get(0)))));
        assertEquals("SOL", stays.get(1));
        assertEquals(0, held.quote().total().compareTo(new BigDecimal(String.valueOf(stays.get(2)))));
        assertEquals("USDC", stays.get(3));
    }

    @Test
    void theResultOfTheSessionIsToldWithItsParts() {
        bench.started();
        bench.hit(Side.BID);
        bench.hit(Side.ASK);
        bench.pass(Duration.ofMinutes(2));

        var result = row(review(false), "engine.quit.review-result").values();

        var earned = Objects.requireNonNull(
                Objects.requireNonNull(bench.snapshot().earnings()).session());
        assertEquals(2L, result.get(1));
        assertClose(earned.profit(), result.get(2));
        var sum = result.subList(4, 9).stream()
                .map(part -> new BigDecimal(String.valueOf(part)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertTrue(
                sum.subtract(earned.profit()).abs().compareTo(new BigDecimal("0.03")) <= 0,
                result + " is not " + earned.profit());
    }

    private static void assertClose(BigDecimal exact, Object shown) {
        var difference = exact.subtract(new BigDecimal(String.valueOf(shown))).abs();
        assertTrue(difference.compareTo(new BigDecimal("0.01")) <= 0, exact + " is shown as " + shown);
    }

    @Test
    void aDeskWithoutOrdersSaysThatNoneRests() {
        bench.started();
        bench.command("cancel all", new DeskCommand.Cancel(null, null));
        bench.pass(Duration.ofSeconds(2));

        row(review(false), "engine.quit.review-no-orders");
    }

    @Test
    void aDeskThatIsDownSaysThatOrdersMayRest() {
        bench.started();
        bench.venue.streamsDown("cable");
        bench.pass(Duration.ofSeconds(1));

        var down = row(review(false), "engine.quit.review-unreachable");

        assertTrue(Keys.says(down, "engine.quit.review-guardian.off"), down.toString());
    }

    @Test
    void anOrderWhoseFateNobodyKnowsIsNoneThatIsSurelyCancelled() {
        bench.started();
        bench.venue.faults.add(Fault.POST_LOST);
        bench.venue.answersHistory = false;
        bench.book("149.79", "149.81");
        bench.pass(Duration.ofSeconds(1));
        bench.venue.faults.clear();
        for (int second = 0; second < 20; second++) {
            bench.pass(Duration.ofSeconds(1));
            var now = bench.clock.instant();
            bench.venue.tell(new VenueEvent.HistoryRead(now, now, Set.of(new ClientId(1)), List.of()));
        }
        long unknown = bench.snapshot().orders().stream()
                .filter(order -> order.state().equals("UNKNOWN"))
                .count();
        assertTrue(unknown > 0);

        var rows = review(false);

        assertEquals(Message.count("engine.quit.review-unsure", unknown), rows.get(rows.size() - 3));
        assertEquals(List.of(), Keys.saying(rows, "engine.quit.review-no-orders"));
    }

    @Test
    void aDeskThatKnowsNothingYetSaysSo() {
        var rows = review(false);

        assertEquals(
                List.of("engine.quit.review-unreachable", "engine.quit.review-unknown", "engine.quit.review-no-result"),
                rows.stream()
                        .map(Message::key)
                        .filter(key -> !key.endsWith("no-orders"))
                        .toList());
    }

    @Test
    void ordersThatAreLeftBehindAreNamedAsUnwatched() {
        bench.started();

        var keeps = row(review(true), "engine.quit.review-keeps.many");

        assertEquals(6L, keeps.values().get(0));
        assertFalse(Keys.saying(review(true), "engine.quit.review-stays").isEmpty());
    }

    @Test
    void theReviewIsThereInBothLanguages() {
        bench.started();

        for (var row : review(false)) {
            assertFalse(Spoken.CHINESE.say(row).matches(".*[a-z]{3,} [a-z]{3,}.*"), Spoken.CHINESE.say(row));
        }
    }
}
