package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.faults.FaultRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Text of others that could command a terminal, on every way out of the program: the screen, the lines of JSON, the
 * log, and what is said on the normal screen.
 */
class HostileTextIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String MARK = "evil";

    /** A title, the clipboard, a cleared screen, colours in eight bits, text turned round, an end in the middle. */
    private static final String HOSTILE =
            MARK + "\u001b]0;x\u0007\u001b]52;c;aGk=\u0007\u001b[2J\u009b31m\u009d52;c;aGk=\u009c"
                    + "\u202egnp\u2066\u0000\u007f\u0008end";

    /** Line ends are ours. */
    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u0080-\\u009f&&[^\n]]");

    /** What a screen may send of these is a sequence of its own: none of them goes as far as the clipboard. */
    private static final Pattern FOREIGN =
            Pattern.compile("\u001b]52;|\u001b]0;x|[\\x00\\x7f\\u0080-\\u009f\\u202e\\u2066]");

    private static final Pattern LEFT = Pattern.compile("left with [0-9]");

    @TempDir
    private Path home;

    private HttpServer venue;
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void open() throws IOException {
        var page = ("<html><title>" + HOSTILE + "</title></html>").getBytes(StandardCharsets.UTF_8);
        venue = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        venue.createContext("/", call -> {
            call.sendResponseHeaders(403, page.length);
            call.getResponseBody().write(page);
            call.close();
        });
        venue.start();
        var address = "127.0.0.1:" + venue.getAddress().getPort();
        environment = Map.of(
                "BACKPACK_API_URL",
                "http://" + address,
                "BACKPACK_WS_URL",
                "ws://" + address,
                "BACKPACK_KEY",
                new Signer(SECRET).publicKey(),
                "BACKPACK_SECRET",
                SECRET);
    }

    @AfterEach
    void close() {
        venue.stop(0);
    }

    private static void assertHarmless(String what, String text) {
        assertTrue(text.contains(MARK), () -> what + " does not tell of it: " + text);
        assertNoCommand(what, text);
    }

    private static void assertNoCommand(String what, String text) {
        var found = COMMANDS.matcher(text);
        assertTrue(
                !found.find(),
                () -> what + ": "
                        + text.codePoints()
                                .filter(sign -> COMMANDS.matcher(Character.toString(sign))
                                        .matches())
                                .mapToObj("%04x"::formatted)
                                .collect(Collectors.joining(" ")));
    }

    private String log() throws IOException {
        return Files.readString(home.resolve("state/makerdeck.log"));
    }

    @Test
    @FaultRow("68")
    void jsonLogAndErrorsTellOfItWithoutASignThatCommands() throws IOException, InterruptedException {
        try (var desk = new DeskProcess(home, environment, "--exchange", "backpack", "--wait", "5s")) {
            desk.enter("say " + HOSTILE);
            desk.enter("set spread " + HOSTILE);

            assertEquals(4, desk.exitCode());

            assertHarmless("JSON", desk.output());
            assertHarmless("stderr", desk.errors());
            assertHarmless("the log", log());
        }
    }

    @Test
    @FaultRow("68")
    void flagsAreToldOfWithoutASignThatCommands() throws IOException, InterruptedException {
        try (var desk = new DeskProcess(home, Map.of(), "--symbol", HOSTILE.replace("\0", ""))) {
            assertEquals(2, desk.exitCode());

            // The sign is named; what it came with is not repeated.
            assertTrue(desk.errors().contains("U+"), desk.errors());
            assertNoCommand("stderr", desk.errors());
        }
    }

    @Test
    @FaultRow("68")
    void theScreenTheLogAndTheNormalScreenTellOfItWithoutASignThatCommands() throws IOException, InterruptedException {
        var written = home.resolve("written");
        var prefix = environment.entrySet().stream()
                .map(one -> one.getKey() + "='" + one.getValue() + "'")
                .collect(Collectors.joining(" "));
        try (var terminal = new Tmux(140, 30, home.toFile())) {
            terminal.enter("PS1='$ '");
            terminal.record(written);
            terminal.enter("MAKERDECK_HOME=" + home + " " + prefix + " " + Program.launcher()
                    + " --exchange backpack --wait 20s; echo left with $?");
            terminal.await("the page", SOON, MARK);
            terminal.quit();
            terminal.await(
                    "the shell again", SOON, screen -> LEFT.matcher(screen).find());
            terminal.record(null);

            var bytes = Files.readString(written);
            assertTrue(bytes.contains(MARK), bytes);
            assertEquals(
                    Optional.empty(),
                    FOREIGN.matcher(bytes).results().map(MatchResult::group).findFirst());
            assertHarmless("the log", log());
        }
    }
}
