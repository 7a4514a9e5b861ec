package makerdeck.backpack.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import makerdeck.backpack.server.base.Bounds;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.clock.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers on the machine, and web pages in a browser on it, cannot do to the venue. */
@Waiting
class ServerBoundsTest {

    private static final String TIME = "/api/v1/time";
    private static final String[] HANDSHAKE = {
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==",
        "Sec-WebSocket-Version: 13"
    };
    private static final int NORMAL_BUFFER = 64 * 1024;
    private static final int PIECE = 32 * 1024;
    private static final int MANY_PIECES = 4096;
    private static final int MOST_CONNECTIONS = 512;
    private static final int UNREAD_ANSWERS = 200;

    private BackpackServer server;

    @BeforeEach
    void open() throws IOException {
        server = ServedVenue.quiet();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private int get(String... lines) throws IOException {
        try (var call = new RawCall(server)) {
            return call.get(TIME, lines).status();
        }
    }

    private int shakeHands(String... more) throws IOException {
        var lines = new ArrayList<>(List.of(HANDSHAKE));
        lines.addAll(List.of(more));
        try (var call = new RawCall(server)) {
            return call.get("/", lines.toArray(String[]::new)).status();
        }
    }

    private void assertServes() {
        var client = new TestClient(server);
        assertEquals(200, client.get(TIME).statusCode());
        assertEquals(
                200, client.get(Instruction.BALANCE_QUERY, "/api/v1/capital").statusCode());
    }

    @Test
    void oneMessageInEndlessFragmentsEndsItsSocketAndNothingElse() throws IOException {
        try (var endless = new RawSocket(server, NORMAL_BUFFER);
                var other = new TestSocket(server)) {
            assertThrows(SocketException.class, () -> {
                for (int i = 0; i < MANY_PIECES; i++) {
                    endless.sayPart(i == 0, PIECE);
                }
            });

            other.settle();
            assertServes();
        }
    }

    @Test
    void aMessageOfOneHugeFrameEndsItsSocket() throws IOException {
        try (var huge = new RawCall(server)) {
            huge.get("/", HANDSHAKE);
            assertEquals(101, huge.status());
            var length = "\0\0\0\0\u007f\u00ff\u00ff\u00ff";

            assertThrows(SocketException.class, () -> {
                huge.say("\u0081\u00ff" + length + "\0\0\0\0");
                for (int i = 0; i < MANY_PIECES; i++) {
                    huge.say("a".repeat(PIECE));
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1",
                "Origin: https://localhost:3000",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void aPageOfAnotherSiteIsRefused(String line) throws IOException {
        assertEquals(403, get(line));
        assertEquals(403, shakeHands(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "0.0.0.0"})
    void aNameThatWasMadeToLeadHereIsRefused(String host) throws IOException {
        try (var call = new RawCall(server)) {
            assertEquals(421, call.getFrom(host, TIME).status());
        }
        try (var call = new RawCall(server)) {
            assertEquals(421, call.getFrom(host, "/", HANDSHAKE).status());
        }
        try (var call = new RawCall(server)) {
            assertEquals(421, call.say("GET " + TIME + " HTTP/1.0\r\n\r\n").status());
        }
    }

    @Test
    void programsAndOwnPagesAreServed() throws IOException {
        try (var call = new RawCall(server)) {
            var port = call.host().substring(call.host().indexOf(':'));
            assertEquals(200, call.getFrom("localhost" + port, TIME).status());
        }
        try (var call = new RawCall(server)) {
            assertEquals(200, call.get(TIME, "Origin: http://" + call.host()).status());
        }
        assertEquals(200, get("Sec-Fetch-Site: none"));
        assertEquals(101, shakeHands());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:1", "127.0.0.1:65535", "[::1]:8080", "127.0.0.1"})
    void aTunnelsEndIsServedAndStillNoPageOfAnotherSite(String host) throws IOException {
        try (var call = new RawCall(server)) {
            assertEquals(200, call.getFrom(host, TIME).status());
        }
        try (var call = new RawCall(server)) {
            assertEquals(101, call.getFrom(host, "/", HANDSHAKE).status());
        }
        try (var call = new RawCall(server)) {
            assertEquals(
                    403, call.getFrom(host, TIME, "Origin: http://evil.example").status());
        }
    }

    /** Answers that fill the buffers of both ends, and a client that reads none of them. */
    @Test
    void anAnswerThatNobodyReadsIsNotKeptForEver() throws IOException {
        try (var lazy = new RawCall(server, 4 * 1024);
                var other = new TestSocket(server)) {
            for (int i = 0; i < UNREAD_ANSWERS; i++) {
                lazy.get("/api/v1/depth?symbol=SOL_USDC&limit=1000");
            }

            await().atMost(Duration.ofSeconds(90)).until(() -> isHungUp(lazy));

            other.settle();
        }
        assertServes();
    }

    private static boolean isHungUp(RawCall call) {
        try {
            call.say("a");
            return false;
        } catch (IOException hungUp) {
            return true;
        }
    }

    @Test
    void halfARequestIsNotWaitedForForEver() throws IOException {
        try (var head = new RawCall(server);
                var body = new RawCall(server);
                var other = new TestSocket(server)) {
            head.say("GET " + TIME + " HTTP/1.1\r\nHost: ");
            body.say("POST /api/v1/order HTTP/1.1\r\nHost: " + body.host() + "\r\nContent-Length: 100\r\n\r\n{\"a\":");

            head.awaitHangUp();
            body.awaitHangUp();

            other.settle();
        }
    }

    @Test
    void headsAndBodiesHaveALength() throws IOException {
        assertTrue(get("X-Long: " + "a".repeat(20_000)) != 200);
        var lines = new String[150];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "X-" + i + ": a";
        }
        assertTrue(get(lines) != 200);
        try (var call = new RawCall(server)) {
            call.say("POST /api/v1/order HTTP/1.1\r\nHost: " + call.host() + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            assertThrows(SocketException.class, () -> {
                for (int i = 0; i < MANY_PIECES; i++) {
                    call.say("8000\r\n" + "a".repeat(PIECE) + "\r\n");
                }
            });
        }
        assertServes();
    }

    @Test
    void socketsAreCountedAndThoseThatStandGoOn() throws IOException {
        var sockets = new ArrayList<RawSocket>();
        try (var first = new TestSocket(server)) {
            for (int i = 1; i < Bounds.MOST_SOCKETS; i++) {
                sockets.add(new RawSocket(server, NORMAL_BUFFER));
            }

            assertEquals(503, shakeHands());

            first.settle();
            assertServes();
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void connectionsAreCountedAndThoseThatStandGoOn() throws IOException {
        var calls = new ArrayList<RawCall>();
        try (var first = new RawCall(server)) {
            assertEquals(200, first.get(TIME).status());
            int served = 0;
            for (int i = 0; i < MOST_CONNECTIONS + 8; i++) {
                calls.add(new RawCall(server).waitingAtMost(500).get(TIME));
                served += isServed(calls.get(i)) ? 1 : 0;
            }

            assertTrue(served < MOST_CONNECTIONS, "served " + served);
            try (var socket = new RawCall(server)) {
                for (var call : calls) {
                    call.close();
                }
                assertEquals(200, socket.get(TIME).status());
            }
        }
        assertServes();
    }

    private static boolean isServed(RawCall call) throws IOException {
        try {
            return call.status() == 200;
        } catch (SocketTimeoutException waiting) {
            return false;
        }
    }

    @Test
    void aSocketThatSaysTooMuchIsClosed() throws IOException {
        try (var loud = new RawSocket(server, NORMAL_BUFFER);
                var other = new TestSocket(server)) {
            for (int i = 0; i < 1200; i++) {
                loud.say("{}");
                loud.nextFrame();
            }
            loud.say("{}");

            assertThrows(IOException.class, loud::nextFrame);
            other.settle();
        }
    }

    @Test
    void tooManyStreamsInOneMessageAreRefused() throws IOException {
        try (var socket = new TestSocket(server)) {
            var streams = new String[Bounds.MOST_STREAMS + 1];
            Arrays.fill(streams, "trade.SOL_USDC");

            socket.subscribe(streams);
            socket.settle();

            assertEquals(1, socket.heard("Parse error").size());
        }
    }

    @Test
    void callsThatLeadNowhereAndWrongSignaturesAreLimitedToo() {
        var client = new TestClient(server);
        for (int i = 0; i < 2000; i++) {
            client.get("/nowhere");
        }

        assertEquals(429, client.get("/nowhere").statusCode());
        assertEquals(429, client.get("/api/v1/capital").statusCode());
        assertServes();
    }

    @Test
    void publicCallsAreLimited() {
        var client = new TestClient(server);
        for (int i = 0; i < 2000; i++) {
            client.get(TIME);
        }

        assertEquals(429, client.get(TIME).statusCode());
        assertEquals(
                200, client.get(Instruction.BALANCE_QUERY, "/api/v1/capital").statusCode());
    }
}
