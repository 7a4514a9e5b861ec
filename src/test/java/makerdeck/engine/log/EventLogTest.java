package makerdeck.engine.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import makerdeck.domain.ClientId;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.Severity;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final Instant NOON = Instant.parse("2027-01-02T12:00:00Z");

    private final List<DeskEvent> told = new ArrayList<>();
    private final EventLog log = new EventLog(told::add);

    /** Letters alone: numbers make no other cause. */
    private static String word(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    @Test
    void aCriticalAlertNeverLeavesUnacknowledged() {
        log.alert(NOON, Severity.CRITICAL, Message.plain("orders may rest"));

        for (int i = 0; i < 200; i++) {
            log.alert(NOON, i % 2 == 0 ? Severity.WARN : Severity.INFO, Message.plain("another cause " + word(i)));
        }

        assertEquals(
                new Alert(NOON, Severity.CRITICAL, Message.plain("orders may rest"), 1),
                log.alerts().get(0));
        assertEquals(50, log.alerts().size());
        assertEquals(201, told.size());
    }

    @Test
    void theLeastGraveOfAFullListMakesRoomAndTheOldestOfThem() {
        log.alert(NOON, Severity.WARN, Message.plain("first"));
        for (int i = 0; i < 49; i++) {
            log.alert(NOON, Severity.CRITICAL, Message.plain("grave " + word(i)));
        }

        log.alert(NOON, Severity.CRITICAL, Message.plain("last"));

        assertEquals(50, log.alerts().size());
        assertEquals(Message.plain("grave aa"), log.alerts().get(0).text());
        log.alert(NOON, Severity.WARN, Message.plain("no room"));
        log.alert(NOON, Severity.CRITICAL, Message.plain("always room"));
        assertEquals(51, log.alerts().size());
        assertEquals(Message.plain("always room"), log.alerts().get(50).text());
    }

    private static Message silent(String stream, int seconds) {
        return Message.of("engine.gate.down." + stream, Message.of("client.silent", seconds));
    }

    @Test
    void oneCauseIsOneAlertThatCountsAndSaysTheLatest() {
        log.alert(NOON, Severity.WARN, silent("account", 3));
        log.alert(NOON.plusSeconds(9), Severity.WARN, silent("account", 12));
        log.alert(NOON.plusSeconds(9), Severity.WARN, silent("depth", 12));

        assertEquals(
                List.of(
                        new Alert(NOON.plusSeconds(9), Severity.WARN, silent("account", 12), 2),
                        new Alert(NOON.plusSeconds(9), Severity.WARN, silent("depth", 12), 1)),
                log.alerts());
        assertEquals(3, told.size());
    }

    private static Message loss(String amount) {
        return Message.of("engine.halt.alarm", Message.of("engine.limit.max-loss", amount, "5"));
    }

    @Test
    void haltedForALossThatGrowsIsOneAlertThatSaysTheLatest() {
        log.alert(NOON, Severity.CRITICAL, loss("5.01"));
        log.alert(NOON.plusSeconds(60), Severity.CRITICAL, loss("5.02"));

        assertEquals(List.of(new Alert(NOON.plusSeconds(60), Severity.CRITICAL, loss("5.02"), 2)), log.alerts());
        assertEquals(2, told.size());
    }

    @Test
    void haltedForAnotherReasonIsAnotherAlert() {
        log.alert(NOON, Severity.CRITICAL, loss("5.01"));
        log.alert(NOON, Severity.CRITICAL, Message.of("engine.halt.alarm", Message.of("engine.halt.key", "no")));

        assertEquals(2, log.alerts().size());
    }

    @Test
    void anotherOrderIsAnotherAlertThoughOnlyAFigureTellsThemApart() {
        log.alert(NOON, Severity.CRITICAL, Message.of("engine.exposed", 17), new ClientId(17));
        log.alert(NOON, Severity.CRITICAL, Message.of("engine.exposed", 18), new ClientId(18));
        log.alert(NOON, Severity.CRITICAL, Message.of("engine.exposed", 18), new ClientId(18));

        assertEquals(
                List.of(
                        new Alert(NOON, Severity.CRITICAL, Message.of("engine.exposed", 17), 1),
                        new Alert(NOON, Severity.CRITICAL, Message.of("engine.exposed", 18), 2)),
                log.alerts());
    }

    private static Message unread(int order, String reason) {
        return Message.of("engine.could-not-read", Message.of("client.read.order", order), Message.plain(reason));
    }

    @Test
    void anOutageWithManyReadsThatFailIsOneAlert() {
        for (int order = 0; order < 40; order++) {
            log.alert(NOON, Severity.WARN, unread(order, "request " + order + " took " + order + "ms"));
        }

        assertEquals(List.of(new Alert(NOON, Severity.WARN, unread(39, "request 39 took 39ms"), 40)), log.alerts());
    }

    @Test
    void anotherAssetOrPresetIsAnotherAlertAndSoIsOneWithAFigureInItsName() {
        for (var name : List.of("SOL", "USDC", "night", "night-2", "night-3")) {
            log.alert(NOON, Severity.WARN, Message.of("engine.fill.fee-unknown", name));
        }

        assertEquals(5, log.alerts().size());
    }

    @Test
    void oneAndManyOfTheSameAreOneAlert() {
        log.alert(NOON, Severity.WARN, Message.count("engine.rows.left-out", 1));
        log.alert(NOON, Severity.WARN, Message.count("engine.rows.left-out", 2));

        assertEquals(1, log.alerts().size());
        assertEquals(2, log.alerts().get(0).count());
    }

    @Test
    void whatIsGraverIsNotCountedWithWhatIsLess() {
        log.alert(NOON, Severity.WARN, Message.of("engine.leftover"));
        log.alert(NOON, Severity.CRITICAL, Message.of("engine.leftover"));

        assertEquals(2, log.alerts().size());
    }

    @Test
    void acknowledgedAlertsAreGoneAndTheSameCauseIsANewOne() {
        log.alert(NOON, Severity.CRITICAL, loss("5.01"));
        log.alert(NOON, Severity.WARN, Message.of("engine.leftover"));

        assertEquals(2, log.acknowledge());
        assertEquals(List.of(), log.alerts());
        log.alert(NOON, Severity.CRITICAL, loss("5.01"));
        assertEquals(List.of(new Alert(NOON, Severity.CRITICAL, loss("5.01"), 1)), log.alerts());
        assertEquals(3, told.size());
    }

    @Test
    void whatIsOverIsToldOnceAndIsNewsWhenItHappensAgain() {
        var gone = Message.of("engine.gate.down.public", Message.plain("closed"));
        var back = Message.of("engine.stream-up.public");
        log.alert(NOON, Severity.WARN, gone);
        log.alert(NOON, Severity.WARN, gone);
        var id = ((DeskNews.Alerted) told.get(0).news()).id();

        assertTrue(log.over(NOON, back, gone.key()));
        assertFalse(log.over(NOON, back, gone.key()));
        log.alert(NOON, Severity.WARN, gone);

        assertEquals(
                List.of(
                        new DeskNews.Alerted(id, gone),
                        new DeskNews.Recovered(List.of(id)),
                        new DeskNews.Alerted(id, gone)),
                told.stream().map(DeskEvent::news).toList());
        assertEquals(List.of(new Alert(NOON, Severity.WARN, gone, 3)), log.alerts());
    }

    @Test
    void anAlertThatWasAcknowledgedIsOverAllTheSame() {
        log.alert(NOON, Severity.CRITICAL, Message.of("engine.journal.failed", Message.plain("disk full")));
        log.acknowledge();

        assertTrue(log.over(NOON, Message.of("engine.journal.writes-again"), "engine.journal.failed"));
        assertEquals(List.of(), log.alerts());
    }

    @Test
    void theIdOfACauseIsThatOfItsKeysAndNamesWhateverItsFigures() {
        log.alert(NOON, Severity.WARN, Message.of("engine.fill.fee-unknown", "BTC"), "BTC");
        log.alert(NOON, Severity.WARN, Message.of("engine.halt.loss", "-1.5%"));
        log.alert(NOON, Severity.WARN, Message.of("engine.halt.loss", "-1.7%"));
        log.alert(NOON, Severity.WARN, Message.of("engine.fill.fee-unknown", "ETH"), "ETH");
        var ids = told.stream()
                .map(event -> ((DeskNews.Alerted) event.news()).id())
                .toList();

        assertEquals(ids.get(1), ids.get(2));
        assertEquals(3, Set.copyOf(ids).size());
        assertTrue(ids.stream().allMatch(id -> id.matches("[0-9a-f]{12}")), ids::toString);
    }
}
