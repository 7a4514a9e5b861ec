package makerdeck.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makerdeck.clock.SteppedClock;
import makerdeck.command.DeskCommand;
import makerdeck.console.SampleDesk;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.notify.sink.Bot;
import makerdeck.notify.sink.Web;
import makerdeck.snapshot.DeskState;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Bot API of our own, and a desk that does what it is told, or does not. */
@Timeout(60)
class TelegramDeskTest {

    private static final String TOKEN = "123456789:AAE-abcdefghijklmnopqrstuvwxyz012345";
    private static final long FRIEND = 42;

    private final SteppedClock clock = new SteppedClock(SampleDesk.NOON);
    private final SampleDesk desk = new SampleDesk();
    private final List<DeskCommand> commands = new ArrayList<>();
    private final List<Message> trouble = new ArrayList<>();
    private final Web web = new Web(Duration.ofSeconds(5));
    private Endpoint endpoint;
    private TelegramDesk telegram;
    private boolean obeys = true;

    @BeforeEach
    void open() throws IOException {
        endpoint = new Endpoint();
        telegram = new TelegramDesk(
                new Bot(web, endpoint.url("/"), TOKEN),
                Set.of(FRIEND),
                new DeskHand(desk::snapshot, (line, command) -> obey(command)),
                Spoken.ENGLISH,
                clock,
                (severity, what) -> trouble.add(what));
    }

    @AfterEach
    void close() {
        web.close();
        endpoint.close();
    }

    private void obey(DeskCommand command) {
        commands.add(command);
        if (obeys) {
            desk.state = command instanceof DeskCommand.Halt ? DeskState.HALTED : DeskState.PAUSED;
            desk.orders.clear();
        } else {
            clock.pass(Duration.ofSeconds(11));
        }
    }

    private static String update(long id, long chat, long secondsAgo, String text) {
        return "{\"update_id\":" + id + ",\"message\":{\"message_id\":1,\"date\":"
                + (SampleDesk.NOON.getEpochSecond() - secondsAgo) + ",\"chat\":{\"id\":" + chat + "},\"text\":\""
                + text + "\"}}";
    }

    private void say(String... updates) throws InterruptedException {
        endpoint.next(
                new Endpoint.Reply(200, Map.of(), "{\"ok\":true,\"result\":[" + String.join(",", updates) + "]}"));
        telegram.turn();
    }

    private List<String> answers() {
        return endpoint.heard().stream()
                .filter(heard -> heard.path().endsWith("/sendMessage"))
                .map(Endpoint.Heard::body)
                .toList();
    }

    private static String begins(String key) {
        var text = Spoken.ENGLISH.say(key);
        return text.substring(0, text.indexOf('{') < 0 ? text.length() : text.indexOf('{'));
    }

    @Test
    void haltAnswersWithTheStateThatWasReached() throws InterruptedException {
        say(update(7, FRIEND, 0, "/halt"));

        assertEquals(List.of(new DeskCommand.Halt(Message.of("notify.telegram.halt"))), commands);
        assertTrue(answers().get(0).contains(begins("notify.telegram.reached")), answers()::toString);
        assertTrue(answers().get(0).contains("HALTED"), answers()::toString);
    }

    @Test
    void pauseThatIsNotReachedSaysSoWithTheStateThatIs() throws InterruptedException {
        obeys = false;
        say(update(7, FRIEND, 0, "/pause"));

        assertEquals(List.of(new DeskCommand.Pause(null, null)), commands);
        assertTrue(answers().get(0).contains("QUOTING"), answers()::toString);
        assertFalse(answers().get(0).contains(begins("notify.telegram.reached")), answers()::toString);
    }

    @Test
    void statusTellsStateOrdersAndFills() throws InterruptedException {
        say(update(7, FRIEND, 0, "/status@my_bot"));

        assertEquals(List.of(), commands);
        assertTrue(answers().get(0).contains("SOL_USDC: QUOTING"), answers()::toString);
        assertTrue(answers().get(0).contains("6 own"), answers()::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/resume",
                "/start",
                "resume",
                "/set spread 0.1",
                "/quit",
                "/halt2",
                "yes",
                "",
                "/buy 1",
                "/flatten",
                "/undo",
                "/preset wild",
                "/statushalt"
            })
    void whatCouldRaiseARiskIsNotKnown(String text) throws InterruptedException {
        say(update(7, FRIEND, 0, text));

        assertEquals(List.of(), commands);
        assertTrue(answers().get(0).contains(Spoken.ENGLISH.say("notify.telegram.unknown")), answers()::toString);
    }

    @Test
    void aStrangerGetsNoAnswerAndIsToldOfOnce() throws InterruptedException {
        say(update(7, 666, 0, "/halt"), update(8, 666, 0, "/status"), update(9, 667, 0, "/halt"));

        assertEquals(List.of(), commands);
        assertEquals(List.of(), answers());
        assertEquals(
                List.of(
                        Message.of("notify.telegram.stranger", "chat:666"),
                        Message.of("notify.telegram.stranger", "chat:667")),
                trouble);
    }

    @Test
    void whatWasSentBeforeTheStartIsNotCarriedOutAndSaidToBe() throws InterruptedException {
        say(update(7, FRIEND, 1, "/halt"));

        assertEquals(List.of(), commands);
        assertTrue(answers().get(0).contains(Spoken.ENGLISH.say("notify.telegram.too-old")), answers()::toString);
    }

    @Test
    void whatIsNoMessageOfAChatIsSkippedAndConfirmed() throws InterruptedException {
        say("{\"update_id\":70}", "{\"update_id\":71,\"message\":{\"chat\":\"x\"}}", "17");
        say();

        var polls = endpoint.heard().stream()
                .map(Endpoint.Heard::path)
                .filter(path -> path.contains("/getUpdates"))
                .toList();
        assertFalse(polls.get(0).contains("offset="), polls::toString);
        assertTrue(polls.get(1).contains("offset=72"), polls::toString);
        assertEquals(List.of(), trouble);
        assertEquals(List.of(), commands);
        assertEquals(List.of(), answers());
    }

    @Test
    void aServerThatIsNotReachedForLongIsToldOnce() throws InterruptedException {
        endpoint.close();
        for (int i = 0; i < 120; i++) {
            telegram.turn();
            assertEquals(List.of(), trouble);
            clock.pass(Duration.ofSeconds(1));
        }
        telegram.turn();
        clock.pass(Duration.ofHours(1));
        telegram.turn();

        assertEquals(List.of(Message.of("notify.telegram.unreached", 2L, Message.of("notify.web.refused"))), trouble);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>log in first</html>", "", "{\"ok\":true}", "[]"})
    void aPageOfSomebodyBetweenIsNoAnswerAndNotAskedForOverAndOver(String page) throws InterruptedException {
        endpoint.always(asked -> new Endpoint.Reply(200, Map.of(), page));

        assertEquals(Duration.ofSeconds(1), telegram.turn());
        assertEquals(Duration.ofSeconds(2), telegram.turn());
        assertEquals(List.of(Message.of("notify.telegram.deaf", 200)), trouble);
    }

    @ParameterizedTest
    @CsvSource({"409,notify.telegram.conflict", "401,notify.telegram.deaf", "500,notify.telegram.deaf"})
    void aBotThatCannotBeReadIsToldOnceAndAskedEverLessOften(int status, String key) throws InterruptedException {
        endpoint.always(asked -> Endpoint.Reply.of(status));

        assertEquals(Duration.ofSeconds(1), telegram.turn());
        assertEquals(Duration.ofSeconds(2), telegram.turn());
        for (int i = 0; i < 6; i++) {
            telegram.turn();
        }
        assertEquals(Duration.ofMinutes(1), telegram.turn());
        assertEquals(1, trouble.size());
        assertTrue(Keys.says(trouble.get(0), key), trouble::toString);
        assertFalse(Spoken.ENGLISH.say(trouble.get(0)).contains(TOKEN));
    }
}
