package makerdeck.backpack.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.clock.SteppedClock;
import makerdeck.simulator.model.MarketSource;
import org.junit.jupiter.api.Test;

/** How the venue keeps its sockets alive, and which ones it gives up. */
class SocketCareTest {

    private static final Duration LATEST_FIRST_PING = Duration.ofSeconds(38);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int NORMAL_BUFFER = 64 * 1024;
    private static final int LEVELS = 100;
    private static final int ROUNDS = 80;
    private static final String SUBSCRIBE =
            "{\"method\":\"SUBSCRIBE\",\"params\":[\"depth.SOL_USDC\",\"bookTicker.SOL_USDC\"]}";
    private static final String NONSENSE = "{\"method\":\"SUBSCRIBE\",\"params\":[\"no.such.stream\"]}";

    private final SteppedClock clock = new SteppedClock(Instant.parse("2027-01-02T03:04:05Z"));

    private BackpackServer stepped() throws IOException {
        return ServedVenue.open(new MarketSource.Nobody(), clock, ServerListener.NONE);
    }

    /** What was posted to the venue's thread before has happened: the socket is known there. */
    private static void awaitVenueTurn(BackpackServer server) {
        assertEquals(
                200, new TestClient(server).get("/api/v1/depth?symbol=SOL_USDC").statusCode());
    }

    @Test
    void compressionIsDeclined() throws IOException {
        try (var server = ServedVenue.quiet();
                var socket = new RawSocket(server, NORMAL_BUFFER)) {
            assertTrue(socket.handshake().startsWith("HTTP/1.1 101 "), socket.handshake());
            assertFalse(socket.handshake().contains("permessage-deflate"), socket.handshake());
        }
    }

    @Test
    void aClientThatAnswersItsPingsIsPingedEveryMinute() throws IOException {
        try (var server = stepped();
                var socket = new TestSocket(server)) {
            socket.subscribe("depth.SOL_USDC");
            socket.settle();
            clock.pass(LATEST_FIRST_PING);
            socket.awaitPings(1);

            for (int i = 2; i <= 5; i++) {
                socket.settle();
                clock.pass(MINUTE);
                socket.awaitPings(i);
            }
        }
    }

    @Test
    void theFirstPingComesNoEarlierThanFiveSeconds() throws IOException {
        try (var server = stepped();
                var socket = new RawSocket(server, NORMAL_BUFFER)) {
            socket.say(NONSENSE);
            socket.nextFrame();

            clock.pass(Duration.ofMillis(4_900));
            new TestClient(server).get("/api/v1/time");
            socket.say(NONSENSE);

            assertEquals(1, socket.nextFrame());
        }
    }

    @Test
    void aSilentClientWithoutSubscriptionsIsDroppedAtTheNextPing() throws IOException {
        try (var server = stepped();
                var socket = new RawSocket(server, NORMAL_BUFFER)) {
            socket.say(NONSENSE);
            socket.nextFrame();
            awaitVenueTurn(server);
            clock.pass(LATEST_FIRST_PING);
            assertEquals(RawSocket.PING, socket.nextFrame());

            clock.pass(MINUTE);

            assertThrows(IOException.class, socket::nextFrame);
        }
    }

    @Test
    void aSilentClientWithSubscriptionsIsDroppedAfterTwoPings() throws IOException {
        try (var server = stepped();
                var socket = new RawSocket(server, NORMAL_BUFFER)) {
            socket.say(SUBSCRIBE);
            socket.say(NONSENSE);
            socket.nextFrame();
            awaitVenueTurn(server);
            clock.pass(LATEST_FIRST_PING);
            assertEquals(RawSocket.PING, socket.nextFrame());
            clock.pass(MINUTE);
            assertEquals(RawSocket.PING, socket.nextFrame());

            clock.pass(MINUTE);

            assertThrows(IOException.class, socket::nextFrame);
        }
    }

    @Test
    void aClientThatDoesNotReadLosesItsSocketAndNobodyElseNotices() throws IOException {
        try (var server = ServedVenue.open(new MarketSource.Nobody(), Clock.systemUTC(), ServerListener.NONE);
                var slow = new RawSocket(server, 4096);
                var quick = new TestSocket(server)) {
            slow.say(SUBSCRIBE);
            quick.subscribe("depth.SOL_USDC");
            quick.settle();
            var client = new TestClient(server);

            // Some 4 MB of frames: more than the systems' buffers and the queue together can hold.
            var orders = ladder();
            for (int i = 0; i < ROUNDS; i++) {
                assertEquals(
                        200,
                        client.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/orders", orders)
                                .statusCode());
                client.send("DELETE", Instruction.ORDER_CANCEL_ALL, "/api/v1/orders", "{\"symbol\":\"SOL_USDC\"}");
            }

            int changes = ROUNDS * 2 * LEVELS;
            assertEquals(changes, quick.data("depth.SOL_USDC", changes).size());
            assertThrows(IOException.class, () -> readForever(slow));
        }
    }

    private static void readForever(RawSocket socket) throws IOException {
        while (true) {
            socket.nextFrame();
        }
    }

    private static String ladder() {
        List<String> orders = IntStream.range(0, LEVELS)
                .mapToObj(i -> OrderBody.limit("Bid", String.valueOf(40 + i), "0.01"))
                .toList();
        return orders.toString();
    }
}
