package makerdeck.embedded;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import makerdeck.backpack.client.BackpackVenue;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.ServerRuntime;
import makerdeck.backpack.server.ServerSettings;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.clock.Waiting;
import makerdeck.domain.Side;
import makerdeck.engine.input.Inbox;
import makerdeck.journal.Entry;
import makerdeck.laboratory.model.RunSettings;
import makerdeck.laboratory.model.Strategy;
import makerdeck.laboratory.run.VirtualRun;
import makerdeck.message.Message;
import makerdeck.recorder.SpokenMarket;
import makerdeck.simulator.Fixture;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarket;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.recorded.RecordedMarket;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A recorded market, once with the desk behind real sockets at the pace of the recording, once as a backtest: what was
 * placed, by side, price and size, and when. Two statements: a desk of the laboratory that hears what the desk behind the
 * sockets hears, when it hears it, asks and writes down the same to the letter; and a whole backtest, which hears it
 * when its own latency says, places about the same orders.
 */
@Waiting
class EqualDecisionsIT {

    private static final Map<String, BigDecimal> FUNDS =
            Map.of("SOL", new BigDecimal("20"), "USDC", new BigDecimal("7000"));

    /** Neither a width that has to be learnt, and so depends on the start, nor what other fills would make of it. */
    private static final Parameters DESK = Parameters.defaults()
            .with(Map.of("spread", "0.3", "spread.mode", "fixed", "skew", "0", "quantity", "0.1", "duration", "0"));

    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final Duration SETTLES = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(40);
    private static final int ENOUGH = 50;
    private static final BigDecimal TICK = Fixture.SOL.rules().tickSize();

    /** One order as it was sent. */
    private record Placed(Duration after, Side side, BigDecimal price, BigDecimal quantity) {

        boolean isLike(Placed other, int ticks) {
            return side == other.side
                    && price.subtract(other.price).abs().compareTo(TICK.multiply(BigDecimal.valueOf(ticks))) <= 0
                    && quantity.compareTo(other.quantity) == 0
                    && after.minus(other.after).abs().compareTo(WINDOW) <= 0;
        }
    }

    @TempDir
    private Path folder;

    /** With {@code -Dcampaign=60} an hour. */
    private final Duration length =
            Integer.getInteger("campaign", 0) > 0 ? Duration.ofMinutes(Integer.getInteger("campaign", 0)) : SHORT;

    private static void keep(Entry entry, Instant start, List<Placed> placed) {
        if (entry instanceof Entry.OrderMoved moved && moved.state().equals("SENT")) {
            placed.add(new Placed(Duration.between(start, moved.at()), moved.side(), moved.price(), moved.quantity()));
        }
    }

    private List<Placed> backtest(Path file, ListedMarket market, int latencyMillis) {
        var placed = new ArrayList<Placed>();
        var settings = new RunSettings(
                market,
                new MarketSource.Recording(file),
                1,
                length,
                new Strategy.Desk(DESK),
                Duration.ofMillis(latencyMillis),
                ExchangeSettings.STANDARD_FEES,
                FUNDS);
        var unused = VirtualRun.of(settings, entry -> keep(entry, VirtualRun.START, placed));
        return placed;
    }

    private List<Placed> overSockets(Path file, ListedMarket market) throws IOException, InterruptedException {
        var placed = Collections.synchronizedList(new ArrayList<Placed>());
        var over = new AtomicBoolean();
        var clock = Clock.systemUTC();
        var start = clock.instant();
        var settings = new ExchangeSettings(
                market,
                market.startPrice(),
                new MarketSource.Recording(file),
                1,
                EmbeddedVenue.nanos(start),
                Duration.ZERO);
        try (var server = BackpackServer.open(
                settings,
                new ServerSettings(0, FUNDS, ExchangeSettings.STANDARD_FEES),
                new ServerRuntime(name -> Thread::new, clock, new SplittableRandom(7)),
                new ServerListener() {
                    @Override
                    public void feedEnded(Message why) {
                        over.set(true);
                    }
                })) {
            var inbox = new Inbox(clock);
            try (var venue = new BackpackVenue(
                    new BackpackSettings("SOL_USDC", URI.create(server.apiUrl()), URI.create(server.wsUrl())),
                    new Signer(server.credentials().secret()),
                    new ClientRuntime(clock, System::nanoTime, name -> Thread::new, new SplittableRandom(3)),
                    inbox::offer)) {
                var twins = new TwinDesks(DESK, clock, inbox, venue, entry -> keep(entry, start, placed));
                var thread = new Thread(twins::run, "desk");
                thread.start();
                await().atMost(length.multipliedBy(3)).until(over::get);
                thread.interrupt();
                thread.join();
                System.out.println(twins.deeds() + " requests and entries, the same of both desks that heard the same");
                assertEquals(Optional.empty(), twins.difference());
            }
        }
        return List.copyOf(placed);
    }

    /** Twice the orders that both have, over all orders; a price may be so many ticks off. */
    private double likeness(List<Placed> one, List<Placed> other, int ticks) {
        var settled = settled(one);
        var left = new ArrayList<>(settled(other));
        int all = settled.size() + left.size();
        int both = 0;
        for (var each : settled) {
            var like = left.stream().filter(it -> each.isLike(it, ticks)).min(Comparator.comparing(it -> it.price()
                    .subtract(each.price())
                    .abs()));
            if (like.isPresent()) {
                left.remove(like.get());
                both++;
            }
        }
        return 2.0 * both / all;
    }

    private List<Placed> settled(List<Placed> placed) {
        return placed.stream()
                .filter(each ->
                        each.after().compareTo(SETTLES) > 0 && each.after().compareTo(length.minus(WINDOW)) < 0)
                .toList();
    }

    /**
     * One order that was sent a moment later moves many that follow, so that backtests of other latencies are not all
     * alike either: by them it is judged what a wire may cost.
     */
    @Test
    void aBacktestDecidesAsTheDeskBehindSocketsDoes() throws IOException, InterruptedException {
        var file = folder.resolve("market.gz");
        SpokenMarket.record(file, MarketPreset.WILD, 5, length);
        var market = RecordedMarket.of(file);

        var sockets = overSockets(file, market);

        var backtest = backtest(file, market, 20);
        var later = List.of(backtest(file, market, 120), backtest(file, market, 420), backtest(file, market, 1_020));
        System.out.printf(
                "%s: %d orders over sockets, %d in the backtest%n",
                length, settled(sockets).size(), settled(backtest).size());
        for (int ticks = 0; ticks <= 2; ticks++) {
            int off = ticks;
            System.out.printf(
                    "within %d ticks alike: %.3f; of backtests 100, 400, 1000 ms later: %s%n",
                    ticks,
                    likeness(sockets, backtest, ticks),
                    later.stream().map(it -> likeness(it, backtest, off)).toList());
        }
        assertTrue(settled(sockets).size() >= ENOUGH, () -> "too few to compare: " + sockets.size());
        assertEquals(
                settled(backtest).size(),
                settled(sockets).size(),
                settled(backtest).size() / 4.0);
        double agreed = likeness(sockets, backtest, 1);
        double least = later.stream()
                .mapToDouble(it -> likeness(it, backtest, 1))
                .min()
                .orElseThrow();
        assertTrue(2 * agreed >= least, () -> agreed + " alike, of backtests up to a second later " + least);
    }
}
