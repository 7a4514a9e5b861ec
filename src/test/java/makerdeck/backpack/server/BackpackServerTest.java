package makerdeck.backpack.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.simulator.model.MarketSource;
import org.junit.jupiter.api.Test;

class BackpackServerTest {

    @Test
    void itListensOnLoopbackOnly() throws IOException {
        try (var server = ServedVenue.quiet()) {
            assertTrue(server.apiUrl().matches("http://127\\.0\\.0\\.1:\\d+"), server.apiUrl());
            assertTrue(server.wsUrl().matches("ws://127\\.0\\.0\\.1:\\d+"), server.wsUrl());
        }
    }

    @Test
    void aTakenPortIsSaidPlainly() throws IOException {
        try (var first = ServedVenue.quiet()) {
            int port = URI.create(first.apiUrl()).getPort();

            var refused = assertThrows(IOException.class, () -> ServedVenue.onPort(port));

            assertTrue(
                    String.valueOf(refused.getMessage()).startsWith("port " + port + " of 127.0.0.1 "),
                    refused.getMessage());
        }
    }

    @Test
    void closingTwiceIsClosing() throws IOException {
        var server = ServedVenue.quiet();

        server.close();
        server.close();
    }

    @Test
    void aListenerHearsDepthLeaveAndBatchesArrive() throws IOException {
        var heard = Collections.synchronizedList(new ArrayList<String>());
        var listener = new ServerListener() {
            @Override
            public void depthSent(long updateId) {
                heard.add("depth " + updateId);
            }

            @Override
            public void batchArrived() {
                heard.add("batch");
            }
        };
        try (var server = ServedVenue.open(new MarketSource.Nobody(), Clock.systemUTC(), listener);
                var socket = new TestSocket(server)) {
            var client = new TestClient(server);
            place(client);
            socket.subscribe("depth.SOL_USDC");
            socket.settle();

            place(client);

            assertEquals(List.of("batch", "batch", "depth 2"), heard);
        }
    }

    private static void place(TestClient client) {
        var answer = client.send(
                "POST", Instruction.ORDER_EXECUTE, "/api/v1/orders", "[" + OrderBody.limit("Bid", "149", "1") + "]");
        assertEquals(200, answer.statusCode(), answer.body());
    }
}
