package makerdeck.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import makerdeck.clock.SteppedClock;
import makerdeck.clock.Waiting;
import makerdeck.message.Message;
import makerdeck.notify.model.Note;
import makerdeck.notify.model.NoteJson;
import makerdeck.notify.model.Rate;
import makerdeck.notify.model.SinkPlan;
import makerdeck.notify.sink.CommandSink;
import makerdeck.notify.sink.NtfySink;
import makerdeck.notify.sink.Verdict;
import makerdeck.notify.sink.Web;
import makerdeck.notify.sink.WebhookSink;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it: events in, requests out, threads and files in between. */
@Waiting
class NotifierTest {

    private static final SinkPlan ALL = new SinkPlan(Severity.INFO, new Rate(1000, Duration.ofHours(1)), null);
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final DeskHand HAND = new DeskHand(
            () -> {
                throw new AssertionError("nobody asks for the desk");
            },
            (line, command) -> {
                throw new AssertionError(line);
            });

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock(Notes.NOON);
    private final List<Message> trouble = new CopyOnWriteArrayList<>();

    private Telling start(NotifyPlan.Named... sinks) {
        var plan = new NotifyPlan(List.of(sinks), Duration.ofHours(1), null, java.time.ZoneOffset.UTC, null, null);
        return Notifier.start(
                plan,
                folder.resolve("notify"),
                new SinkTools(new Web(SOON), bytes -> false, false),
                new Notifier.Surroundings(
                        "SOL_USDC", "demo", "SIM", Spoken.ENGLISH, clock, HAND, (severity, what) -> trouble.add(what)));
    }

    private static NotifyPlan.Named hook(Endpoint endpoint) {
        return new NotifyPlan.Named("webhook", ALL, tools -> new WebhookSink(tools.web(), endpoint.url("/hook"), null));
    }

    private static List<Note> notes(Endpoint endpoint) {
        return endpoint.heard().stream()
                .map(heard -> NoteJson.read(heard.body()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** For the shell to read: a file that was only just written cannot be started while another thread starts a process. */
    private List<String> program(String text) throws IOException {
        return List.of(
                "/bin/sh", Files.writeString(folder.resolve("program"), text).toString());
    }

    @Test
    void aHundredCriticalAlertsReachEverySinkOnceAndInOrderThoughOneSinkHangs() throws IOException {
        var into = folder.resolve("heard");
        var program = program("cat >> " + into + "\n");
        try (var ntfy = new Endpoint();
                var webhook = new Endpoint();
                var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var telling = start(
                        new NotifyPlan.Named(
                                "ntfy", ALL, tools -> new NtfySink(tools.web(), ntfy.url("/"), "topic", null)),
                        hook(webhook),
                        new NotifyPlan.Named("command", ALL, tools -> new CommandSink(program, SOON)),
                        new NotifyPlan.Named(
                                "hanging",
                                ALL,
                                tools -> new WebhookSink(
                                        tools.web(),
                                        okhttp3.HttpUrl.get("http://127.0.0.1:" + silent.getLocalPort() + "/"),
                                        null)))) {
            IntStream.range(0, 100).forEach(i -> telling.accept(Notes.raised("c" + i, Severity.CRITICAL, Notes.NOON)));

            var expected = IntStream.range(0, 100).mapToObj(i -> "c" + i).toList();
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> ntfy.heard().size() >= 100 && webhook.heard().size() >= 100);
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> Files.exists(into) && Files.readAllLines(into).size() >= 100);
            assertEquals(expected, notes(webhook).stream().map(Note::id).toList());
            assertEquals(100, ntfy.heard().size());
            assertEquals(
                    expected,
                    Files.readAllLines(into).stream()
                            .map(line -> NoteJson.read(line).map(Note::id).orElse(line))
                            .toList());
        }
    }

    /** A listener that waited for anybody would stand still here for ever. */
    @Test
    @Timeout(60)
    void theEngineIsNeverHeldUpByASinkThatNeverAnswers() {
        var stuck = new java.util.concurrent.CountDownLatch(1);
        try (var telling = start(new NotifyPlan.Named("stuck", ALL, tools -> note -> {
            stuck.await();
            return Verdict.delivered();
        }))) {
            for (int i = 0; i < 50_000; i++) {
                telling.accept(Notes.raised("c" + i, Severity.CRITICAL, Notes.NOON));
            }
            stuck.countDown();
        }
    }

    @Test
    void anAlertThatLastsIsToldOnceItsEndIsToldAndThenItIsNewsAgain() throws IOException {
        try (var webhook = new Endpoint();
                var telling = start(hook(webhook))) {
            telling.accept(Notes.over("a", Notes.NOON));
            telling.accept(Notes.raised("a", Severity.WARN, Notes.NOON));
            telling.accept(Notes.raised("a", Severity.WARN, Notes.NOON.plusSeconds(60)));
            telling.accept(Notes.over("a", Notes.NOON.plusSeconds(120)));
            telling.accept(Notes.raised("a", Severity.WARN, Notes.NOON.plusSeconds(180)));
            telling.accept(Notes.raised("a", Severity.WARN, Notes.NOON.plusSeconds(180 + 3600)));

            Awaitility.await().atMost(SOON).until(() -> webhook.heard().size() >= 3);
            var kinds = new ArrayList<>(notes(webhook).stream().map(Note::kind).toList());
            assertEquals(List.of(Note.Kind.ALERT, Note.Kind.RECOVERED, Note.Kind.ALERT), kinds.subList(0, 3));
            assertEquals(Severity.WARN, notes(webhook).get(1).level());
            assertEquals("a", notes(webhook).get(1).id());
        }
    }

    @Test
    void whatCouldNotBeDeliveredIsDeliveredByTheNextDesk() throws IOException {
        try (var webhook = new Endpoint()) {
            webhook.always(asked -> Endpoint.Reply.of(500));
            try (var telling = start(hook(webhook))) {
                telling.accept(Notes.raised("a", Severity.CRITICAL, Notes.NOON));
                telling.accept(Notes.raised("b", Severity.CRITICAL, Notes.NOON));
                Awaitility.await().atMost(SOON).until(() -> !webhook.heard().isEmpty());
            }
            webhook.heard().clear();
            webhook.always(asked -> Endpoint.Reply.of(200));
            try (var telling = start(hook(webhook))) {
                telling.accept(Notes.raised("c", Severity.CRITICAL, Notes.NOON));
                Awaitility.await().atMost(SOON).until(() -> webhook.heard().size() >= 3);
            }

            assertEquals(
                    List.of("a", "b", "c"),
                    notes(webhook).stream().map(Note::id).toList());
        }
    }

    @Test
    void aProgramGetsTheNoteAndNoneOfTheDesksKeys() throws IOException, InterruptedException {
        var into = folder.resolve("heard");
        var words = new ArrayList<>(program("{ cat; env; echo \"$#\" \"$1\"; } > " + into + "\n"));
        words.add("a;b$(c)");
        var verdict = new CommandSink(words, Duration.ofSeconds(10)).deliver(Notes.alert("a", Severity.WARN));

        assertEquals(Verdict.delivered(), verdict);
        var heard = Files.readAllLines(into);
        assertEquals(Optional.of("a"), NoteJson.read(heard.get(0)).map(Note::id));
        assertTrue(heard.contains("1 a;b$(c)"), heard::toString);
        assertTrue(heard.stream().noneMatch(line -> line.startsWith("BACKPACK_")));
    }

    @Test
    void aProgramThatFailsOrNeverEndsIsTriedAgain() throws IOException, InterruptedException {
        var note = Notes.alert("a", Severity.WARN);
        var patience = Duration.ofMillis(300);

        assertEquals(
                Verdict.again(Message.of("notify.command.failed", 3)),
                new CommandSink(program("exit 3\n"), Duration.ofSeconds(10)).deliver(note));
        assertEquals(
                Verdict.again(Message.of("notify.command.too-long", 0L)),
                new CommandSink(program("exec sleep 600\n"), patience).deliver(note));
        assertEquals(
                Verdict.again(Message.of("notify.command.not-started")),
                new CommandSink(List.of("/no/such/program"), patience).deliver(note));
    }

    @Test
    void aTestSaysWhatCameOfEachSink() throws IOException, InterruptedException {
        try (var good = new Endpoint();
                var bad = new Endpoint();
                var web = new Web(Duration.ofSeconds(5))) {
            bad.always(
                    asked -> new Endpoint.Reply(403, java.util.Map.of(), "{\"error\":\"no access to topic-secret\"}"));
            var out = new java.io.ByteArrayOutputStream();
            var plan = new NotifyPlan(
                    List.of(
                            new NotifyPlan.Named(
                                    "ntfy",
                                    ALL,
                                    tools -> new NtfySink(tools.web(), bad.url("/"), "topic-secret", null)),
                            hook(good)),
                    Duration.ofHours(1),
                    null,
                    java.time.ZoneOffset.UTC,
                    null,
                    null);

            var all = TestRound.run(
                    plan,
                    folder.resolve("notify.properties"),
                    new SinkTools(web, bytes -> false, false),
                    Notes.NOON,
                    Spoken.ENGLISH,
                    new java.io.PrintStream(out, true, java.nio.charset.StandardCharsets.UTF_8));

            var lines = out.toString(java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertEquals(
                    List.of(
                            Spoken.ENGLISH.say(
                                    "notify.test.not-delivered",
                                    "ntfy",
                                    Message.of("notify.web.status-because", 403, "no access to ***")),
                            Spoken.ENGLISH.say("notify.test.delivered", "webhook")),
                    lines);
            assertEquals(false, all);
            assertEquals(Note.Kind.TEST, notes(good).get(0).kind());
        }
    }
}
