package makerdeck.backpack.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.clock.Waiting;
import makerdeck.faults.FaultRow;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;

/** A venue so busy that it answers no ping, but tells what happens. */
@Waiting
class PongTest {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int FIRST = 101;
    private static final int FRAMES = 70;

    @Test
    @FaultRow("20")
    void aSocketThatTellsOfTheMarketLivesThoughNobodyAnswersItsPings() throws IOException {
        var heard = new Heard();
        try (var mock = new MockVenue();
                var busy = new BusySockets();
                var venue = mock.client(heard, settings(mock, busy))) {
            // Should the stream stand still for a second, the client asks and is told what the stream has said.
            mock.answer("GET /api/v1/depth", request -> MockVenue.text(busy.book()));
            venue.start();

            await().atMost(Duration.ofSeconds(60)).until(() -> heard.all(VenueEvent.BookMoved.class).stream()
                    .anyMatch(moved -> moved.book().updateId() >= FIRST + FRAMES));

            assertEquals(
                    0,
                    heard.all(VenueEvent.StreamDown.class).stream()
                            .filter(down -> down.stream() == Stream.PUBLIC)
                            .count());
        }
    }

    private static BackpackSettings settings(MockVenue mock, BusySockets busy) {
        return new BackpackSettings("SOL_USDC", mock.settings().restUrl(), busy.address());
    }

    /** Accepts any WebSocket and sends a change of the book ten times a second, but never reads. */
    private static final class BusySockets implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final CountDownLatch over = new CountDownLatch(1);
        private final AtomicInteger last = new AtomicInteger(FIRST - 1);

        BusySockets() throws IOException {
            begin(this::accept);
        }

        private void begin(Runnable work) {
            var thread = new Thread(work, "busy venue");
            thread.setDaemon(true);
            thread.start();
        }

        URI address() {
            return URI.create("ws://127.0.0.1:" + server.getLocalPort());
        }

        /** As the frames so far have made it. */
        String book() {
            int id = last.get();
            return "{\"asks\":[[\"100.5\",\"1\"]],\"bids\":[[\"99.5\",\"1\"]" + (id < FIRST ? "" : ",[\"99.60\",\"2\"]")
                    + "],\"lastUpdateId\":\"" + id + "\",\"timestamp\":1}";
        }

        private void accept() {
            try {
                while (over.getCount() > 0) {
                    var socket = server.accept();
                    begin(() -> serve(socket));
                }
            } catch (IOException closed) {
                over.countDown();
            }
        }

        private void serve(Socket socket) {
            try (socket) {
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                var key = "";
                for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    key = line.startsWith("Sec-WebSocket-Key: ")
                            ? line.substring(19).strip()
                            : key;
                }
                var out = socket.getOutputStream();
                out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Accept: " + accepted(key) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                for (int id = FIRST; !over.await(100, TimeUnit.MILLISECONDS); id++) {
                    var text = ("{\"data\":{\"E\":1,\"T\":1,\"U\":" + id + ",\"a\":[],\"b\":[[\"99.60\",\"2\"]],\"e\":"
                                    + "\"depth\",\"s\":\"SOL_USDC\",\"u\":" + id + "},\"stream\":\"depth.SOL_USDC\"}")
                            .getBytes(StandardCharsets.US_ASCII);
                    out.write(new byte[] {(byte) 0x81, 126, (byte) (text.length >> 8), (byte) text.length});
                    out.write(text);
                    last.accumulateAndGet(id, Math::max);
                }
            } catch (IOException gone) {
                // The client has had enough: the test sees it from the other end.
                Thread.currentThread().interrupt();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private static String accepted(String key) {
            try {
                var digest = MessageDigest.getInstance("SHA-1");
                return Base64.getEncoder()
                        .encodeToString(digest.digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII)));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void close() throws IOException {
            over.countDown();
            server.close();
        }
    }
}
