package makerdeck.backpack.server;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A market made by simulated traders, followed by a client that only knows the protocol. */
class BusyMarketTest {

    private final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>();
    private final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();

    @Test
    void aBookBuiltFromASnapshotAndTheStreamEqualsALaterSnapshot() throws IOException {
        try (var server = ServedVenue.busy();
                var socket = new TestSocket(server)) {
            var client = new TestClient(server);
            socket.subscribe("depth.SOL_USDC");
            socket.data("depth.SOL_USDC", 5);
            var seed = Shapes.object(client.get("/api/v1/depth?symbol=SOL_USDC").body());
            int heard = socket.data("depth.SOL_USDC", 5).size();
            socket.data("depth.SOL_USDC", heard + 100);
            var later =
                    Shapes.object(client.get("/api/v1/depth?symbol=SOL_USDC").body());
            socket.settle();

            follow(seed, socket.data("depth.SOL_USDC", 1), number(later, "lastUpdateId"));

            assertEquals(levels(later.get("bids")), bids);
            assertEquals(levels(later.get("asks")), asks);
            assertFalse(bids.isEmpty());
            assertTrue(bids.lastKey().compareTo(asks.firstKey()) < 0);
        }
    }

    private void follow(Map<String, Object> seed, List<Map<String, Object>> frames, long last) {
        bids.putAll(levels(seed.get("bids")));
        asks.putAll(levels(seed.get("asks")));
        long next = number(seed, "lastUpdateId") + 1;
        for (var frame : frames) {
            if (number(frame, "u") >= next && number(frame, "u") <= last) {
                assertEquals(next, number(frame, "U"));
                next = number(frame, "u") + 1;
                apply(bids, frame.get("b"));
                apply(asks, frame.get("a"));
            }
        }
        assertEquals(last + 1, next);
    }

    private static void apply(TreeMap<BigDecimal, BigDecimal> side, @Nullable Object changes) {
        side.putAll(levels(changes));
        side.values().removeIf(quantity -> quantity.signum() == 0);
    }

    private static long number(Map<String, Object> message, String name) {
        return new BigDecimal(String.valueOf(message.get(name))).longValueExact();
    }

    private static TreeMap<BigDecimal, BigDecimal> levels(@Nullable Object rows) {
        var levels = new TreeMap<BigDecimal, BigDecimal>();
        for (var row : (List<?>) requireNonNull(rows)) {
            var level = (List<?>) row;
            levels.put(decimal(level.get(0)), decimal(level.get(1)));
        }
        return levels;
    }

    private static BigDecimal decimal(Object text) {
        return new BigDecimal(String.valueOf(text)).setScale(2);
    }
}
