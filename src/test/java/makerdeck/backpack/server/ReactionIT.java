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
import java.util.ArrayList;
import java.util.List;
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
 * seen at the venue, which runs in another process than the desk; and what an echo takes, which thinks nothing.
 * {@code -Dcampaign=1000} moves, up and down a staircase, so that each one leaves a quote too near: what is only too far
 * may wait and says nothing.
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

    /** Measured as 2.1 at the median on two cores that do nothing else, 50 moves after each start. */
    private static final long MOST_TIMES_THE_ECHO = 3;

    /** How often desk and echo take turns. */
    private static final int TURNS = 4;

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

    /** The desk and the echo in turns, so that whatever else the machine does meets both. */
    @Test
    void theDeskIsHardlyLaterThanWhoThinksNothing() throws IOException, InterruptedException {
        Assumptions.assumeTrue(MOVES > 0, "a campaign: run with -Dcampaign=1000");
        var launcher = Path.of(System.getProperty("makerdeck.home", "target/makerdeck"), "bin/makerdeck")
                .toAbsolutePath();
        Assumptions.assumeTrue(Files.isExecutable(launcher), launcher + " is not there: package first");
        var stopwatch = new Stopwatch();
        try (var server = ServedVenue.open(new MarketSource.Nobody(), Clock.systemUTC(), stopwatch)) {
            var mover = new TestClient(server, server.openAccount());
            place(mover, "Bid", "149.00");
            place(mover, "Ask", "153.00");
            var desks = new ArrayList<Long>();
            var echoes = new ArrayList<Long>();
            for (var turn = 0; turn < TURNS; turn++) {
                var desk = desk(launcher, server);
                try {
                    Awaitility.await("the desk's quotes")
                            .atMost(Duration.ofSeconds(15))
                            .until(() -> open(new TestClient(server)).split("\"id\"").length == 7);
                    desks.addAll(measure(mover, stopwatch));
                } finally {
                    desk.destroy();
                    assertTrue(desk.waitFor(20, TimeUnit.SECONDS));
                }
                assertEquals("[]", open(new TestClient(server)));
                var echo = echo(server);
                try {
                    awaitEcho(mover, stopwatch);
                    echoes.addAll(measure(mover, stopwatch));
                } finally {
                    echo.destroy();
                    assertTrue(echo.waitFor(20, TimeUnit.SECONDS));
                }
            }
            report(sorted(desks), sorted(echoes));
        }
    }

    private Process echo(BackpackServer server) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        var builder = new ProcessBuilder(
                        java,
                        // As the launcher starts a desk.
                        "-Xms32m",
                        "-Xmx96m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EchoClient.class.getName())
                .redirectOutput(home.resolve("echo.out").toFile())
                .redirectError(home.resolve("echo.err").toFile());
        address(builder, server);
        return builder.start();
    }

    private static void address(ProcessBuilder builder, BackpackServer server) {
        var environment = builder.environment();
        environment.put("BACKPACK_API_URL", server.apiUrl());
        environment.put("BACKPACK_WS_URL", server.wsUrl());
        environment.put("BACKPACK_KEY", server.credentials().publicKey());
        environment.put("BACKPACK_SECRET", server.credentials().secret());
    }

    private static void awaitEcho(TestClient mover, Stopwatch stopwatch) {
        Awaitility.await("an echo").atMost(Duration.ofSeconds(15)).until(() -> {
            stopwatch.arm();
            cancel(mover, place(mover, "Bid", "149.05"));
            return stopwatch.reactions.poll(REST_MILLIS, TimeUnit.MILLISECONDS) != null;
        });
        // Both clients have run their code some times before it counts.
        for (var i = 0; i < STEPS; i++) {
            cancel(mover, place(mover, "Bid", "149.05"));
        }
    }

    private Process desk(Path launcher, BackpackServer server) throws IOException {
        var builder = new ProcessBuilder(launcher.toString(), "--headless", "--exchange", "backpack", "--start")
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        var environment = builder.environment();
        environment.put("MAKERDECK_HOME", home.toString());
        address(builder, server);
        var desk = builder.start();
        var commands = desk.outputWriter(StandardCharsets.UTF_8);
        commands.write("set spread.mode fixed duration 0\n");
        commands.flush();
        return desk;
    }

    private static List<Long> measure(TestClient mover, Stopwatch stopwatch) throws InterruptedException {
        var stairs = new ArrayDeque<String>();
        var reactions = new ArrayList<Long>();
        for (var move = 0; move < MOVES / TURNS; move++) {
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
            reactions.add(reaction);
            stopwatch.reactions.poll(REST_MILLIS, TimeUnit.MILLISECONDS);
        }
        stairs.forEach(left -> cancel(mover, left));
        return reactions;
    }

    private static String stair(int step) {
        return new BigDecimal("149.00")
                .add(STEP.multiply(BigDecimal.valueOf(step)))
                .toPlainString();
    }

    private static long[] sorted(List<Long> reactions) {
        return reactions.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static void report(long[] desk, long[] echo) {
        var text = new StringBuilder("depth frame -> batch at the venue, desk / echo, " + desk.length + " moves each:");
        for (var percent : new int[] {1, 10, 50, 90, 95, 99, 100}) {
            text.append(String.format(
                    " p%d %.2f / %.2f ms = %.2f,",
                    percent,
                    at(desk, percent) / 1e6,
                    at(echo, percent) / 1e6,
                    (double) at(desk, percent) / at(echo, percent)));
        }
        System.out.println(text);
        // A loaded machine makes both late: only one beside the other says something of the desk.
        assertTrue(at(desk, 50) <= MOST_TIMES_THE_ECHO * at(echo, 50), text::toString);
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
