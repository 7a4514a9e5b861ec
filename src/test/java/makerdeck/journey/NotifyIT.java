package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import makerdeck.notify.Endpoint;
import makerdeck.notify.model.Note;
import makerdeck.notify.model.NoteJson;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody away from the screen, and the packaged program. */
class NotifyIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TOKEN = "123456789:AAE-abcdefghijklmnopqrstuvwxyz012345";
    private static final List<String> SECRETS =
            List.of(TOKEN, "AAE-abcdef", "topic-s3cr3t", "tk_s3cr3t", "hook-s3cr3t", "bearer-s3cr3t", "heart-s3cr3t");
    private static final long FRIEND = 42;

    @TempDir
    private Path home;

    private void settings(Endpoint endpoint) throws IOException {
        var config = Files.createDirectories(home.resolve("config"));
        var file = config.resolve("notify.properties");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                String.join(
                        "\n",
                        "ntfy.url = " + endpoint.url("/ntfy"),
                        "ntfy.topic = topic-s3cr3t",
                        "ntfy.token = tk_s3cr3t",
                        "webhook.url = " + endpoint.url("/hook-s3cr3t"),
                        "webhook.token = bearer-s3cr3t",
                        "webhook.level = info",
                        "telegram.url = " + endpoint.url("/"),
                        "telegram.token = " + TOKEN,
                        "telegram.chats = " + FRIEND,
                        "telegram.commands = " + FRIEND,
                        "heartbeat = " + endpoint.url("/heart-s3cr3t"),
                        ""));
    }

    private static List<Note> hooked(Endpoint endpoint) {
        return endpoint.heard().stream()
                .filter(heard -> heard.path().startsWith("/hook"))
                .map(heard -> NoteJson.read(heard.body()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static long asked(Endpoint endpoint, String end) {
        return endpoint.heard().stream()
                .filter(heard -> heard.path().contains(end))
                .count();
    }

    /** Every file that the desk has written. */
    private void assertNoSecretIsLeft(String output) throws IOException {
        for (var secret : SECRETS) {
            assertFalse(output.contains(secret), secret);
        }
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("notify.properties")) {
                    var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    SECRETS.forEach(secret -> assertFalse(text.contains(secret), () -> file + " has " + secret));
                }
            }
        }
    }

    @Test
    void alertsTheirEndAndCommandsFromAwayAndNoSecretAnywhere() throws Exception {
        try (var endpoint = new Endpoint()) {
            settings(endpoint);
            endpoint.always(asked -> asked.path().contains("/getUpdates")
                    ? new Endpoint.Reply(200, Map.of(), "{\"ok\":true,\"result\":[" + told(asked) + "]}")
                    : Endpoint.Reply.of(200));
            String output;
            try (var desk = new HeadlessDesk(home, Map.of(), "--seed", "7")) {
                desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));
                desk.type("venue fault ws-close 5s");
                var raised = desk.await("alert", SOON, line -> line.fields().containsKey("id"));
                var over =
                        desk.await("alert", SOON, line -> line.text("recovered").contains(raised.text("id")));
                assertEquals("info", over.text("level"));
                Awaitility.await().atMost(SOON).until(() -> hooked(endpoint).stream()
                        .anyMatch(note ->
                                note.kind() == Note.Kind.RECOVERED && note.id().equals(raised.text("id"))));
                Awaitility.await().atMost(SOON).until(() -> asked(endpoint, "/heart-s3cr3t") > 0);
                said = true;
                Awaitility.await().atMost(SOON).until(() -> endpoint.heard().stream()
                        .anyMatch(heard -> heard.path().endsWith("/sendMessage")
                                && heard.body().contains("HALTED")
                                && heard.body().contains("SOL_USDC: HALTED")));
                desk.await("state", SOON, line -> line.text("state").equals("HALTED"));
                desk.agree("quit");
                desk.await("report", SOON, line -> true);
                assertEquals(0, desk.exitCode(SOON));
                output = desk.lines().toString();
            }
            Awaitility.await().atMost(SOON).until(() -> asked(endpoint, "/ntfy") > 0);
            assertNoSecretIsLeft(output);
        }
    }

    private volatile boolean said;

    /** One order to halt, once; then nothing. */
    private String told(Endpoint.Heard asked) {
        return said && !asked.path().contains("offset=")
                ? "{\"update_id\":7,\"message\":{\"date\":" + Instant.now().getEpochSecond() + ",\"chat\":{\"id\":"
                        + FRIEND + "},\"text\":\"/halt\"}}"
                : "";
    }

    @Test
    void whatAKilledDeskCouldNotDeliverTheNextOneDelivers() throws Exception {
        try (var endpoint = new Endpoint()) {
            settings(endpoint);
            endpoint.always(asked -> Endpoint.Reply.of(503));
            String id;
            try (var desk = new HeadlessDesk(home, Map.of(), "--seed", "7")) {
                desk.await("state", SOON, line -> line.text("state").equals("QUOTING"));
                desk.type("venue fault ws-close 5s");
                id = desk.await("alert", SOON, line -> line.fields().containsKey("id"))
                        .text("id");
                Awaitility.await().atMost(SOON).until(() -> hooked(endpoint).stream()
                        .anyMatch(note -> note.id().equals(id)));
                desk.killWithGuardian();
            }
            endpoint.heard().clear();
            endpoint.always(asked -> Endpoint.Reply.of(200));
            try (var desk = new HeadlessDesk(home, Map.of(), "--seed", "7")) {
                Awaitility.await().atMost(SOON).until(() -> hooked(endpoint).stream()
                        .anyMatch(note -> note.id().equals(id)));
                desk.type("quit");
            }
        }
    }

    private Process test() throws IOException {
        var builder = new ProcessBuilder(Program.launcher().toString(), "notify", "test").redirectErrorStream(true);
        builder.environment().put("MAKERDECK_HOME", home.toString());
        return builder.start();
    }

    @Test
    void aTestShowsWhatCameOfEachSinkAndAFileOpenToOthersIsRefused() throws IOException, InterruptedException {
        try (var endpoint = new Endpoint()) {
            settings(endpoint);
            endpoint.always(
                    asked -> asked.path().contains("/sendMessage") ? Endpoint.Reply.of(401) : Endpoint.Reply.of(200));
            var first = test();
            var lines = first.inputReader().lines().toList();
            assertTrue(first.waitFor(60, TimeUnit.SECONDS));
            assertEquals(4, first.exitValue());
            assertEquals(3, lines.size(), lines::toString);
            assertTrue(lines.get(1).startsWith("telegram: not delivered, HTTP 401"), lines::toString);

            var file = home.resolve("config/notify.properties");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            var second = test();
            var refusal = second.inputReader().lines().toList();
            assertTrue(second.waitFor(60, TimeUnit.SECONDS));
            assertEquals(2, second.exitValue());
            assertTrue(refusal.get(0).contains("chmod 600"), refusal::toString);
        }
    }
}
