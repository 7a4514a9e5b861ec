package makerdeck.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.OrderKey;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.OrderView;
import makerdeck.simulator.model.Placement;

/**
 * The simplest market maker: post-only layers around the mid, renewed when they are more than a
 * tolerance off or gone. Its orders reach the market some time after its decision.
 */
public final class LayeredDesk implements ExchangeListener {

    /**
     * @param halfSpreadsBp one order a side at each of these distances from the mid
     * @param latency less than the 200 ms between two looks
     */
    public record Plan(List<Double> halfSpreadsBp, double toleranceBp, Duration latency) {}

    private static final BigDecimal PORTION = new BigDecimal("0.05");
    private static final long LOOK = Duration.ofMillis(200).toNanos();
    private static final long PAUSE_AFTER_FILL = Duration.ofSeconds(1).toNanos();

    private final Plan plan;
    private final Exchange exchange;
    private final Market rules;
    private final AccountId account;
    private final List<Hit> hits = new ArrayList<>();
    private final List<Double> midEachSecond = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();

    private record Hit(double distanceBp, Execution fill) {}

    private static final class Layer {
        final Side side;
        final double distanceBp;
        OrderKey order = new OrderKey.ById(-1);
        long wantedTicks;
        long idleUntil;

        Layer(Side side, double distanceBp) {
            this.side = side;
            this.distanceBp = distanceBp;
        }
    }

    public LayeredDesk(MarketPreset preset, long seed, Plan plan) {
        this.plan = plan;
        exchange = new Exchange(Fixture.settings(new MarketSource.Agents(preset), seed), this);
        rules = exchange.market().rules();
        account = exchange.open(
                Map.of(rules.base(), new BigDecimal("20"), rules.quote(), new BigDecimal("7000")),
                ExchangeSettings.STANDARD_FEES);
        for (double distance : plan.halfSpreadsBp()) {
            layers.add(new Layer(Side.BID, distance));
            layers.add(new Layer(Side.ASK, distance));
        }
    }

    public LayeredDesk run(Duration length) {
        long end = exchange.now() + length.toNanos();
        for (long look = exchange.now() + LOOK; look <= end; look += LOOK) {
            exchange.advanceTo(look);
            double mid = mid();
            if ((look - Fixture.START) % Duration.ofSeconds(1).toNanos() == 0) {
                midEachSecond.add(mid);
            }
            exchange.advanceTo(look + plan.latency().toNanos());
            layers.forEach(layer -> renew(layer, mid));
        }
        return this;
    }

    private void renew(Layer layer, double mid) {
        long wanted = ticks(layer.side, mid * (1 - layer.side.sign() * layer.distanceBp * 1e-4));
        var live = exchange.openOrder(account, layer.order);
        if (live.isPresent() && Math.abs(wanted - layer.wantedTicks) <= mid * plan.toleranceBp() * 1e-4) {
            return;
        }
        exchange.cancel(account, layer.order);
        if (exchange.now() < layer.idleUntil) {
            return;
        }
        var price = rules.decimal(new Price(wanted));
        var placed = exchange.submit(
                account,
                OrderRequest.limit(layer.side, price, size(layer.side, price)).makerOnly());
        if (placed instanceof Placement.Accepted accepted) {
            layer.order = new OrderKey.ById(accepted.order().id());
            layer.wantedTicks = wanted;
        }
    }

    private BigDecimal size(Side side, BigDecimal price) {
        var asset = side == Side.BID ? rules.quote() : rules.base();
        var portion = exchange.balance(account, asset).total().multiply(PORTION);
        var base = side == Side.BID ? portion.divide(price, 8, RoundingMode.DOWN) : portion;
        return rules.decimal(rules.floor(base)).max(rules.minQuantity());
    }

    private static long ticks(Side side, double ticks) {
        return (long) (side == Side.BID ? Math.floor(ticks) : Math.ceil(ticks));
    }

    private double mid() {
        var book = exchange.depth(1);
        return (book.bids().get(0).price().ticks() + book.asks().get(0).price().ticks()) / 2.0;
    }

    @Override
    public void orderFilled(AccountId owner, Supplier<OrderView> order, Execution fill) {
        layers.stream()
                .filter(layer -> layer.order.equals(new OrderKey.ById(fill.orderId())))
                .forEach(layer -> {
                    hits.add(new Hit(layer.distanceBp, fill));
                    layer.idleUntil = fill.atNanos() + PAUSE_AFTER_FILL;
                });
    }

    double fillsPerHour() {
        return hits.size() * 3600.0 / midEachSecond.size();
    }

    /** Of the orders at a distance, both sides. */
    public double fillsPerHour(double distanceBp) {
        return hits.stream().filter(hit -> hit.distanceBp() == distanceBp).count() * 3600.0 / midEachSecond.size();
    }

    /** What a fill gained against the mid so many seconds later, before fees, in basis points. */
    double edgeBp(int secondsLater) {
        return edgeBp(hits.stream(), secondsLater);
    }

    /** The same for the orders at a distance. */
    public double edgeBp(double distanceBp, int secondsLater) {
        return edgeBp(hits.stream().filter(hit -> hit.distanceBp() == distanceBp), secondsLater);
    }

    private double edgeBp(Stream<Hit> hits, int secondsLater) {
        return hits.map(Hit::fill)
                .filter(fill -> second(fill) + secondsLater < midEachSecond.size())
                .mapToDouble(fill -> {
                    double later = midEachSecond.get(second(fill) + secondsLater);
                    double price = fill.price().ticks();
                    return fill.side().sign() * (later - price) / price * 1e4;
                })
                .average()
                .orElse(Double.NaN);
    }

    private static int second(Execution fill) {
        return (int) Duration.ofNanos(fill.atNanos() - Fixture.START).toSeconds();
    }
}
