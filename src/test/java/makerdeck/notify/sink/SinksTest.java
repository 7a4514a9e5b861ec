package makerdeck.notify.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.message.Message;
import makerdeck.notify.Endpoint;
import makerdeck.notify.Notes;
import makerdeck.notify.model.Note;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each kind of sink sends, and how it reads the answer. */
class SinksTest {

    private static final String TOKEN = "123456789:AAE-abcdefghijklmnopqrstuvwxyz012345";

    private final Web web = new Web(Duration.ofSeconds(5));

    @AfterEach
    void close() {
        web.close();
    }

    private static Note note(Severity level, String title, String text) {
        return new Note(7, Note.Kind.ALERT, "a", level, Notes.NOON, "SOL_USDC", "demo", "SIM", title, text, 1);
    }

    @Test
    void telegramGetsPlainTextForOneChat() throws IOException {
        try (var endpoint = new Endpoint()) {
            var bot = new Bot(web, endpoint.url("/"), TOKEN);

            var verdict = new TelegramSink(bot, -1001234567890L).deliver(note(Severity.WARN, "title", "a*b_c"));

            assertEquals(Verdict.delivered(), verdict);
            var heard = endpoint.heard().get(0);
            assertEquals("/bot" + TOKEN + "/sendMessage", heard.path());
            assertEquals(
                    "{\"chat_id\":-1001234567890,\"text\":\"title\\na*b_c\",\"disable_notification\":false,"
                            + "\"link_preview_options\":{\"is_disabled\":true}}",
                    heard.body());
        }
    }

    @Test
    void whatTelegramRefusesIsToldWithoutTheToken() throws IOException {
        try (var endpoint = new Endpoint()) {
            endpoint.next(
                    new Endpoint.Reply(
                            401, Map.of(), "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}"),
                    new Endpoint.Reply(400, Map.of(), "{\"ok\":false,\"description\":\"bad " + TOKEN + "\"}"),
                    new Endpoint.Reply(429, Map.of(), "{\"ok\":false,\"parameters\":{\"retry_after\":17}}"));
            var sink = new TelegramSink(new Bot(web, endpoint.url("/"), TOKEN), 5);
            var note = note(Severity.WARN, "title", "text");

            assertEquals(
                    Verdict.again(Message.of("notify.web.status-because", 401, "Unauthorized")), sink.deliver(note));
            assertEquals(
                    new Verdict.Refused(Message.of("notify.web.status-because", 400, "bad ***")), sink.deliver(note));
            assertEquals(
                    new Verdict.Again(Message.of("notify.web.status", 429), Duration.ofSeconds(17)),
                    sink.deliver(note));
        }
    }

    @Test
    void aTokenIsInNoWordAboutAServerThatIsNotReached() throws IOException {
        int port;
        try (var closed = new Endpoint()) {
            port = closed.port();
        }
        var api = okhttp3.HttpUrl.get("http://127.0.0.1:" + port + "/");

        var verdict = new TelegramSink(new Bot(web, api, TOKEN), 5).deliver(note(Severity.WARN, "title", "text"));

        assertEquals(Verdict.again(Message.of("notify.web.refused")), verdict);
    }

    @Test
    void whatAServerQuotesOfItsAddressIsToldWithoutATokenInIt() throws IOException {
        try (var endpoint = new Endpoint()) {
            endpoint.next(
                    new Endpoint.Reply(404, Map.of(), "{\"error\":\"no hook T0KEN-IN-PATH here\"}"),
                    new Endpoint.Reply(403, Map.of(), "{\"message\":\"t0ken in query/ is not known\"}"),
                    new Endpoint.Reply(403, Map.of(), "{\"message\":\"?key=t0ken%20in%20query%2F is not known\"}"));
            var sink = new WebhookSink(web, endpoint.url("/hooks/T0KEN-IN-PATH?key=t0ken%20in%20query%2F"), null);
            var note = note(Severity.WARN, "title", "text");

            assertEquals(
                    Verdict.again(Message.of("notify.web.status-because", 404, "no hook *** here")),
                    sink.deliver(note));
            assertEquals(
                    Verdict.again(Message.of("notify.web.status-because", 403, "*** is not known")),
                    sink.deliver(note));
            assertEquals(
                    Verdict.again(Message.of("notify.web.status-because", 403, "?key=*** is not known")),
                    sink.deliver(note));
        }
    }

    @Test
    void discordTakesNothingForMarkupAndRingsForNobody() throws IOException {
        try (var endpoint = new Endpoint()) {
            endpoint.next(Endpoint.Reply.of(204));
            var sink = new DiscordSink(web, endpoint.url("/api/webhooks/1/secret"));

            assertEquals(Verdict.delivered(), sink.deliver(note(Severity.WARN, "a_b", "@everyone *x* <@1>")));
            assertEquals(
                    "{\"content\":\"**a\\\\_b**\\n\\\\@everyone \\\\*x\\\\* \\\\<\\\\@1\\\\>\","
                            + "\"allowed_mentions\":{\"parse\":[]}}",
                    endpoint.heard().get(0).body());
            sink.deliver(note(Severity.WARN, "t", "\uD83D\uDE00".repeat(3000)));
            var long2 = endpoint.heard().get(1).body();
            assertTrue(long2.length() < 2100, () -> "" + long2.length());
            assertFalse(long2.contains("\uFFFD"));
        }
    }

    @Test
    void theTerminalGetsOneSequenceThatNothingInANoteCanLeave() {
        var sent = new ArrayList<String>();
        var evil = note(Severity.WARN, "a;b", "x\033]52;c;evil\007\ny");

        new TerminalSink(TerminalSink.Style.OSC9, false, sent::add).deliver(evil);
        new TerminalSink(TerminalSink.Style.OSC777, false, sent::add).deliver(evil);
        new TerminalSink(TerminalSink.Style.OSC9, true, sent::add).deliver(note(Severity.WARN, "a", "b"));

        assertEquals(
                List.of(
                        "\033]9;a,b: x?]52;c;evil? y\007",
                        "\033]777;notify;a,b;x?]52;c;evil? y\007",
                        "\033Ptmux;\033\033]9;a: b\007\033\\"),
                sent);
        assertEquals(
                Verdict.again(Message.of("notify.terminal.none")),
                new TerminalSink(TerminalSink.Style.OSC9, false, bytes -> false).deliver(evil));
        assertFalse(Spoken.ENGLISH.say("notify.terminal.none").isEmpty());
    }
}
