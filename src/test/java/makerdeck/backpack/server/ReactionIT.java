package makerdeck.backpack.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.simulator.model.MarketSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the desk takes from a depth frame that moves the market to its new batch of orders, both
 * seen at the venue, which runs in another process than the desk. {@code -Dcampaign=1000} moves, up and down a
 * staircase, so that each one leaves a quote too near: what is only too far may wait and says nothing.
 */
class ReactionIT {

    private static final int MOVES = Integer.getInteger("campaign", 0);

    /** A move of the mid by five ticks, more than an order may be off: one side is too near at once. */
    private static final BigDecimal STEP = new BigDecimal("0.10");

    private static final int STEPS = 20;

    private static final long NO_ANSWER_MILLIS = 5_000;

    /** The desk's own frames must be over, and it sends four times a second at most. */
    private static final long REST_MILLIS = 400;

    /** The side that a run left behind follows within a second; before that a turn may ask for nothing. */
    private static final long TURN_MILLIS = 1_500;

    private static final long SLOWEST_MILLIS = 20;

    @TempDir
    private Path home;

    /** When the mover's frame left and when the desk's batch came. One move at a time. */
    private static final class Stopwatch implements ServerListener {

        private final BlockingQueue<Long> reactions = new LinkedBlockingQueue<>();
        private volatile long armed;
        private volatile long sent;

        @Override
        public void depthSent(long updateId) {
            if (armed != 0 && sent == 0) {
                sent = System.nanoTime();
            }
        }

        @Override
        public void batchArrived() {
            var now = System.nanoTime();
            if (armed != 0 && sent != 0) {
                armed = 0;
                reactions.add(now - sent);
            }
        }

        void arm() {
            reactions.clear();
            sent = 0;
            armed = System.nanoTime();
        }
    }

    @Test
    void theDeskAnswersAMoveWithinTwentyMilliseconds() throws IOException, InterruptedException {
        Assumptions.assumeTrue(MOVES > 0, "a campaign: run with -Dcampaign=1000");
        var launcher = Path.of(System.getProperty("makerdeck.home", "target/makerdeck"), "bin/makerdeck")
                .toAbsolutePath();
        Assumptions.assumeTrue(Files.isExecutable(launcher), launcher + " is not there: package first");
        var stopwatch = new Stopwatch();
        try (var server = ServedVenue.open(new MarketSource.Nobody(), Clock.systemUTC(), stopwatch)) {
            var mover = new TestClient(server, server.openAccount());
            place(mover, "Bid", "149.00");
            place(mover, "Ask", "153.00");
            var desk = desk(launcher, server);
            try {
                measure(mover, stopwatch, new TestClient(server));
            } finally {
                desk.destroy();
                assertTrue(desk.waitFor(20, TimeUnit.SECONDS));
            }
            assertEquals("[]", open(new TestClient(server)));
        }
    }

    private Process desk(Path launcher, BackpackServer server) throws IOException {
        var builder = new ProcessBuilder(launcher.toString(), "--headless", "--exchange", "backpack", "--start")
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        var environment = builder.environment();
        environment.put("MAKERDECK_HOME", home.toString());
        environment.put("BACKPACK_API_URL", server.apiUrl());
        environment.put("BACKPACK_WS_URL", server.wsUrl());
        environment.put("BACKPACK_KEY", server.credentials().publicKey());
        environment.put("BACKPACK_SECRET", server.credentials().secret());
        var desk = builder.start();
        var commands = desk.outputWriter(StandardCharsets.UTF_8);
        commands.write("set spread.mode fixed duration 0\n");
        commands.flush();
        return desk;
    }

    private static void measure(TestClient mover, Stopwatch stopwatch, TestClient account) throws InterruptedException {
        Awaitility.await("the desk's quotes")
                .atMost(Duration.ofSeconds(15))
                .until(() -> open(account).split("\"id\"").length == 7);
        var stairs = new ArrayDeque<String>();
        var reactions = new long[MOVES];
        for (var move = 0; move < MOVES; move++) {
            var up = move / STEPS % 2 == 0;
            if (move % STEPS == 0) {
                stopwatch.reactions.poll(TURN_MILLIS, TimeUnit.MILLISECONDS);
            }
            stopwatch.arm();
            if (up) {
                stairs.push(place(mover, "Bid", stair(stairs.size() + 1)));
            } else {
                cancel(mover, stairs.pop());
            }
            var reaction = stopwatch.reactions.poll(NO_ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            assertNotNull(reaction, "no answer to move " + move);
            reactions[move] = reaction;
            stopwatch.reactions.poll(REST_MILLIS, TimeUnit.MILLISECONDS);
        }
        report(reactions);
    }

    private static String stair(int step) {
        return new BigDecimal("149.00")
                .add(STEP.multiply(BigDecimal.valueOf(step)))
                .toPlainString();
    }

    private static void report(long[] reactions) {
        Arrays.sort(reactions);
        var text = new StringBuilder("depth frame -> batch at the venue, " + reactions.length + " moves:");
        for (var percent : new int[] {1, 10, 50, 90, 95, 99, 100}) {
            text.append(String.format(" p%d %.2f ms", percent, at(reactions, percent) / 1e6));
        }
        System.out.println(text);
        assertTrue(at(reactions, 99) <= SLOWEST_MILLIS * 1_000_000, text::toString);
    }

    private static long at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static String place(TestClient client, String side, String price) {
        var answer = client.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/order", OrderBody.limit(side, price, "2"));
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body().replaceAll(".*\"id\":\"(\\d+)\".*", "$1");
    }

    private static void cancel(TestClient client, String order) {
        var body = "{\"orderId\":\"" + order + "\",\"symbol\":\"SOL_USDC\"}";
        var answer = client.send("DELETE", Instruction.ORDER_CANCEL, "/api/v1/order", body);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private static String open(TestClient client) {
        return client.get(Instruction.ORDER_QUERY_ALL, "/api/v1/orders?symbol=SOL_USDC")
                .body();
    }
}
