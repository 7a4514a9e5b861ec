package makerdeck.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import makerdeck.clock.SteppedClock;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.notify.model.Note;
import makerdeck.notify.model.NoteJson;
import makerdeck.notify.model.QuietHours;
import makerdeck.notify.model.Rate;
import makerdeck.notify.model.SinkPlan;
import makerdeck.notify.queue.NoteQueue;
import makerdeck.notify.sink.NtfySink;
import makerdeck.notify.sink.Sink;
import makerdeck.notify.sink.Web;
import makerdeck.notify.sink.WebhookSink;
import makerdeck.process.HeldPort;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One sink, real servers, a clock that stands until it is told to go on. */
class CourierTest {

    private static final Set<String> HOOK = Set.of("hook");
    private static final SinkPlan PLAN = new SinkPlan(Severity.INFO, new Rate(1000, Duration.ofHours(1)), null);
    private static final String TOKEN = "tk_0123456789secret";

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock(Notes.NOON);
    private final List<Message> trouble = new ArrayList<>();
    private final Web web = new Web(Duration.ofSeconds(30));
    private NoteQueue queue;

    @BeforeEach
    void open() {
        queue = new NoteQueue(folder, HOOK, 500, Notes.NOON);
    }

    @AfterEach
    void close() {
        queue.close();
        web.close();
    }

    private Courier courier(Sink sink, SinkPlan plan) {
        return new Courier(
                "hook", sink, plan, queue, clock, Spoken.ENGLISH, (severity, message) -> trouble.add(message));
    }

    private Courier courier(Endpoint endpoint) {
        return courier(new WebhookSink(web, endpoint.url("/hook"), null), PLAN);
    }

    private void add(String id, Severity level) {
        queue.add(HOOK, Notes.alert(id, level));
    }

    private static List<String> ids(Endpoint endpoint) {
        return endpoint.heard().stream()
                .map(heard -> NoteJson.read(heard.body()).map(Note::id))
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void afterThirtyMinutesOfADeadEndpointAllArriveOnceAndInOrder() throws IOException, InterruptedException {
        try (var dead = new HeldPort()) {
            var url = okhttp3.HttpUrl.get("http://127.0.0.1:" + dead.number() + "/hook");
            var courier = courier(new WebhookSink(web, url, TOKEN), PLAN);
            var expected = new ArrayList<String>();
            for (int minute = 0; minute < 30; minute++) {
                for (int i = 0; i < 4; i++) {
                    var id = "m" + minute + "-" + i;
                    expected.add(id);
                    add(id, Severity.values()[i % 3]);
                }
                var end = clock.instant().plus(Duration.ofMinutes(1));
                while (clock.instant().isBefore(end)) {
                    clock.pass(courier.turn());
                }
            }
            assertTrue(Keys.says(trouble.get(0), "notify.sink.fails"), trouble::toString);
            assertEquals(1, trouble.size());

            try (var endpoint = new Endpoint(HttpServer.create(dead.address(), 0))) {
                clock.pass(courier.turn());
                courier.turn();

                assertEquals(expected, ids(endpoint));
                assertEquals(0, queue.size("hook"));
            }
            assertTrue(Keys.says(trouble.get(1), "notify.sink.works"), trouble::toString);
        }
    }

    @Test
    void aServerThatIsAskedTooOftenIsLeftAloneForAsLongAsItSays() throws IOException, InterruptedException {
        try (var endpoint = new Endpoint()) {
            endpoint.next(
                    new Endpoint.Reply(429, Map.of("Retry-After", "37"), ""),
                    new Endpoint.Reply(429, Map.of(), "{\"ok\":false,\"parameters\":{\"retry_after\":41}}"),
                    new Endpoint.Reply(429, Map.of(), "{\"message\":\"slow down\",\"retry_after\":1.5}"));
            add("a", Severity.CRITICAL);
            var courier = courier(endpoint);

            for (var wait : List.of(Duration.ofSeconds(37), Duration.ofSeconds(41), Duration.ofSeconds(4))) {
                assertEquals(wait, courier.turn());
                clock.pass(wait.minusMillis(1));
                assertEquals(Duration.ofMillis(1), courier.turn());
                clock.pass(Duration.ofMillis(1));
            }
            courier.turn();

            assertEquals(List.of("a", "a", "a", "a"), ids(endpoint));
            assertEquals(0, queue.size("hook"));
        }
    }

    @Test
    void pausesDoubleUpToAMinuteWhileAServerFails() throws IOException, InterruptedException {
        try (var endpoint = new Endpoint()) {
            endpoint.always(asked -> Endpoint.Reply.of(500));
            add("a", Severity.CRITICAL);
            var courier = courier(endpoint);
            var pauses = new ArrayList<Long>();
            for (int i = 0; i < 9; i++) {
                var pause = courier.turn();
                pauses.add(pause.toSeconds());
                clock.pass(pause);
            }

            assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L), pauses);
        }
    }

    @Test
    void anAnswerThatSaysNothingIsLeftMakesTheNextWait() throws IOException, InterruptedException {
        try (var endpoint = new Endpoint()) {
            endpoint.next(new Endpoint.Reply(
                    204, Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset-After", "2.5"), ""));
            add("a", Severity.CRITICAL);
            add("b", Severity.CRITICAL);
            var courier = courier(endpoint);

            assertEquals(Duration.ofMillis(2500), courier.turn());
            assertEquals(List.of("a"), ids(endpoint));
            clock.pass(Duration.ofMillis(2500));
            courier.turn();
            assertEquals(List.of("a", "b"), ids(endpoint));
        }
    }

    @Test
    void aNoteThatIsRefusedForGoodIsCountedAndTheNextOneSaysSo() throws IOException, InterruptedException {
        try (var endpoint = new Endpoint()) {
            endpoint.next(new Endpoint.Reply(400, Map.of(), "{\"error\":\"no " + TOKEN + " here\"}"));
            add("a", Severity.CRITICAL);
            add("b", Severity.CRITICAL);
            courier(new NtfySink(web, endpoint.url("/"), "topic", TOKEN), PLAN).turn();

            assertEquals(2, endpoint.heard().size());
            assertTrue(
                    endpoint.heard().get(1).body().contains(Spoken.ENGLISH.count("notify.left-out", 1)),
                    () -> endpoint.heard().toString());
            assertTrue(Keys.says(trouble.get(0), "notify.sink.refuses"), trouble::toString);
            assertFalse(Spoken.ENGLISH.say(trouble.get(0)).contains(TOKEN), trouble::toString);
            assertEquals(0, queue.leftOut("hook"));
        }
    }

    @Test
    void aRedirectIsNotFollowedAndItsTargetNeverSeesTheToken() throws IOException, InterruptedException {
        try (var endpoint = new Endpoint();
                var elsewhere = new Endpoint()) {
            for (int status : new int[] {301, 302, 307, 308}) {
                endpoint.next(new Endpoint.Reply(
                        status, Map.of("Location", elsewhere.url("/caught").toString()), ""));
            }
            add("a", Severity.CRITICAL);
            var courier = courier(new WebhookSink(web, endpoint.url("/hook"), TOKEN), PLAN);
            for (int i = 0; i < 4; i++) {
                clock.pass(courier.turn());
            }

            assertEquals(List.of(), elsewhere.heard());
            assertEquals("Bearer " + TOKEN, endpoint.heard().get(0).authorization());
            assertEquals(1, queue.size("hook"));
        }
    }

    @Test
    void whoeverHangsOrCutsTheConnectionIsAskedAgain() throws IOException, InterruptedException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var hurried = new Web(Duration.ofSeconds(1))) {
            var url = okhttp3.HttpUrl.get("http://127.0.0.1:" + silent.getLocalPort() + "/");
            add("a", Severity.CRITICAL);
            var courier = courier(new WebhookSink(hurried, url, null), PLAN);

            // Accepted by the system, answered by nobody.
            assertEquals(Duration.ofSeconds(1), courier.turn());
            silent.accept().close();
            clock.pass(Duration.ofSeconds(1));
            var cutter = new Thread(() -> {
                try {
                    silent.accept().close();
                } catch (IOException closed) {
                    throw new java.io.UncheckedIOException(closed);
                }
            });
            cutter.start();
            assertEquals(Duration.ofSeconds(2), courier.turn());
            cutter.join();
            assertEquals(1, queue.size("hook"));
        }
    }

    @Test
    void aServerThatCannotProveWhoItIsGetsNothing() throws Exception {
        try (var endpoint = Https.selfSigned(folder.resolve("store"))) {
            add("a", Severity.CRITICAL);
            var url = okhttp3.HttpUrl.get("https://localhost:" + endpoint.port() + "/hook");
            courier(new WebhookSink(web, url, TOKEN), PLAN).turn();

            assertEquals(List.of(), endpoint.heard());
            assertEquals(1, queue.size("hook"));
        }
    }

    @Test
    void quietHoursHoldBackWhatIsNotUrgentAndTheirEndLetsItGo() throws IOException, InterruptedException {
        var quiet = new QuietHours(LocalTime.of(11, 0), LocalTime.of(13, 0), ZoneOffset.UTC);
        try (var endpoint = new Endpoint()) {
            var courier = courier(
                    new WebhookSink(web, endpoint.url("/"), null),
                    new SinkPlan(Severity.INFO, new Rate(1000, Duration.ofHours(1)), quiet));
            add("a", Severity.WARN);
            add("b", Severity.CRITICAL);
            add("c", Severity.INFO);
            courier.turn();
            assertEquals(List.of("b"), ids(endpoint));

            clock.pass(Duration.ofHours(1).minusSeconds(1));
            assertEquals(Duration.ofSeconds(1), courier.turn());
            clock.pass(Duration.ofSeconds(1));
            courier.turn();
            assertEquals(List.of("b", "a", "c"), ids(endpoint));
        }
    }

    @Test
    void theRateHoldsBackWhatIsNotUrgent() throws IOException, InterruptedException {
        try (var endpoint = new Endpoint()) {
            var courier = courier(
                    new WebhookSink(web, endpoint.url("/"), null),
                    new SinkPlan(Severity.INFO, new Rate(2, Duration.ofSeconds(30)), null));
            for (var id : List.of("a", "b", "c")) {
                add(id, Severity.WARN);
            }
            add("urgent", Severity.CRITICAL);

            assertEquals(Duration.ofSeconds(30), courier.turn());
            assertEquals(List.of("a", "b", "urgent"), ids(endpoint));
            clock.pass(Duration.ofSeconds(30));
            courier.turn();
            assertEquals(List.of("a", "b", "urgent", "c"), ids(endpoint));
        }
    }

    @Test
    void ntfyGetsJsonAtItsRootWithThePriorityOfTheLevel() throws IOException, InterruptedException {
        try (var endpoint = new Endpoint()) {
            add("a", Severity.CRITICAL);
            add("b", Severity.WARN);
            var courier = courier(new NtfySink(web, endpoint.url("/"), "my-topic", TOKEN), PLAN);
            courier.turn();

            var first = endpoint.heard().get(0);
            assertEquals("POST", first.method());
            assertEquals("/", first.path());
            assertEquals("Bearer " + TOKEN, first.authorization());
            assertEquals(
                    "{\"topic\":\"my-topic\",\"title\":\"SOL_USDC SIM: a\",\"message\":\"text-of-a\",\"priority\":5,"
                            + "\"tags\":[\"rotating_light\"]}",
                    first.body());
            assertTrue(endpoint.heard().get(1).body().contains("\"priority\":4"));
        }
    }

    @Test
    void aServerWithoutATokenIsSentNone() throws IOException, InterruptedException {
        try (var endpoint = new Endpoint()) {
            add("a", Severity.CRITICAL);
            courier(endpoint).turn();

            assertNull(endpoint.heard().get(0).authorization());
        }
    }
}
