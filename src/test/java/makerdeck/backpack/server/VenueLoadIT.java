package makerdeck.backpack.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.simulator.model.MarketSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What the venue bears: two hundred clients on depth, one of whom never reads, while signed batches come in at a fixed
 * rate. {@code -Dcampaign=20} seconds, {@code -Dload.orders=5000} a second, {@code -Dload.stream=depth.SOL_USDC}.
 * Clients share the machine with the venue, so that the figures are the least it bears.
 */
class VenueLoadIT {

    private static final int SECONDS = Integer.getInteger("campaign", 0);
    private static final int ORDERS = Integer.getInteger("load.orders", 5000);
    private static final String STREAM = System.getProperty("load.stream", "depth.SOL_USDC");
    private static final int CLIENTS = 200;
    private static final int ACCOUNTS = 40;
    private static final int TRADERS = 4;
    private static final int BATCH = 10;

    /** An account takes back its orders after so many: two hundred at once would keep the next batch waiting. */
    private static final int BATCHES_AT_ONCE = 4;

    private final Queue<Long> latencies = new ConcurrentLinkedQueue<>();
    private final Queue<String> strange = new ConcurrentLinkedQueue<>();

    @Test
    void manyReadAndManyTradeAtOnce() throws IOException, InterruptedException {
        Assumptions.assumeTrue(SECONDS > 0, "a campaign: run with -Dcampaign=20");
        try (var server = ServedVenue.open(new MarketSource.Nobody(), Clock.systemUTC(), ServerListener.NONE)) {
            var traders = new ArrayList<List<TestClient>>();
            for (int trader = 0; trader < TRADERS; trader++) {
                traders.add(IntStream.range(0, ACCOUNTS / TRADERS)
                        .mapToObj(account -> new TestClient(server, server.openAccount()))
                        .toList());
            }
            try (var deaf = ManyReaders.deaf(server, STREAM);
                    var readers = new ManyReaders(server, CLIENTS - 1, STREAM)) {
                run(traders, 1);
                Awaitility.await("all readers").atMost(Duration.ofSeconds(20)).until(readers::isEachServed);
                awaitQuiet(readers);
                latencies.clear();
                var before = readers.bytes().toArray();
                var cpu = threads();
                run(traders, SECONDS);
                var used = used(cpu, threads());

                awaitQuiet(readers);
                var after = readers.bytes().toArray();
                var heard = IntStream.range(0, after.length)
                        .mapToLong(reader -> after[reader] - before[reader])
                        .summaryStatistics();
                report(heard.getAverage(), used);
                assertEquals(heard.getMax(), heard.getMin(), "each reader hears the same");
                assertTrue(deaf.isOpen());
            }
            assertEquals(List.of(), List.copyOf(strange));
        }
    }

    /** Nothing more is on its way. */
    private static void awaitQuiet(ManyReaders readers) {
        var last = new long[] {-1};
        Awaitility.await("quiet")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    long now = readers.bytes().sum();
                    boolean quiet = now == last[0];
                    last[0] = now;
                    return quiet;
                });
    }

    private void run(List<List<TestClient>> traders, int seconds) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        long start = System.nanoTime();
        for (var accounts : traders) {
            var thread = new Thread(() -> trade(accounts, start, seconds), "trader-" + threads.size());
            threads.add(thread);
            thread.start();
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    /** At a fixed rate: what comes late is late for whoever waits behind it too. */
    private void trade(List<TestClient> accounts, long start, int seconds) {
        long gap = 1_000_000_000L * BATCH * TRADERS / ORDERS;
        for (long turn = 0; turn * gap < seconds * 1_000_000_000L; turn++) {
            long due = start + turn * gap;
            while (System.nanoTime() - due < 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            var account = accounts.get((int) (turn % accounts.size()));
            long round = turn / accounts.size();
            var answer = account.send("POST", Instruction.ORDER_EXECUTE, "/api/v1/orders", batch(round));
            latencies.add(System.nanoTime() - due);
            if (answer.statusCode() != 200 || answer.body().contains("\"code\"")) {
                strange.add(answer.statusCode() + " " + answer.body());
                return;
            }
            if (round % BATCHES_AT_ONCE == BATCHES_AT_ONCE - 1) {
                account.send("DELETE", Instruction.ORDER_CANCEL_ALL, "/api/v1/orders", "{\"symbol\":\"SOL_USDC\"}");
            }
        }
    }

    private static String batch(long round) {
        return IntStream.range(0, BATCH)
                .mapToObj(order -> OrderBody.limit(
                        "Bid", (100 + round % BATCHES_AT_ONCE) + "." + (10 + order), "0.10", ",\"postOnly\":true"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static TreeMap<String, Long> threads() {
        var all = new TreeMap<String, Long>();
        var bean = ManagementFactory.getThreadMXBean();
        for (var info : bean.getThreadInfo(bean.getAllThreadIds())) {
            if (info != null) {
                all.merge(
                        info.getThreadName().replaceAll("[0-9]+$", ""),
                        bean.getThreadCpuTime(info.getThreadId()),
                        Long::sum);
            }
        }
        return all;
    }

    private static String used(TreeMap<String, Long> before, TreeMap<String, Long> after) {
        return after.entrySet().stream()
                .map(each -> Map.entry(each.getKey(), each.getValue() - before.getOrDefault(each.getKey(), 0L)))
                .filter(each -> each.getValue() > SECONDS * 10_000_000L)
                .map(each -> "%s %.0f %%".formatted(each.getKey(), each.getValue() / 1e7 / SECONDS))
                .collect(Collectors.joining(", "));
    }

    private void report(double bytes, String used) {
        var sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%d orders/s asked, %d sent in %d s; batch p50 %.1f p90 %.1f p99 %.1f max %.1f ms; %d readers of %s, %.0f kB/s"
                        + " each; of a core: %s%n",
                ORDERS,
                sorted.length * BATCH,
                SECONDS,
                at(sorted, 50),
                at(sorted, 90),
                at(sorted, 99),
                at(sorted, 100),
                CLIENTS - 1,
                STREAM,
                bytes / 1e3 / SECONDS,
                used);
    }

    private static double at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
