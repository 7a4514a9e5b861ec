package makerdeck.metrics;

import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import makerdeck.domain.Side;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.GuardianState;
import makerdeck.snapshot.HealthRow;
import makerdeck.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the latest snapshot under the names a monitoring system knows them by. Figures are for looking at: what
 * is exact in the snapshot is a binary fraction here. What is not known yet is left out. One thread at a time.
 */
public final class DeskMetrics {

    private static final String FOREIGN = "X";

    private final Supplier<DeskSnapshot> desk;
    private final Latencies latencies;
    private final Clock clock;

    public DeskMetrics(Supplier<DeskSnapshot> desk, Latencies latencies, Clock clock) {
        this.desk = desk;
        this.latencies = latencies;
        this.clock = clock;
    }

    /** All of them, of one moment. */
    public MetricSnapshots read() {
        var shown = desk.get();
        var all = new ArrayList<MetricSnapshot>();
        all.add(info(shown));
        all.add(state(shown));
        ages(shown, all);
        orders(shown, all);
        holdings(shown, all);
        trade(shown, all);
        quoting(shown.counts(), all);
        connection(shown.health(), all);
        troubles(shown, all);
        all.addAll(latencies.read());
        return new MetricSnapshots(all);
    }

    private static MetricSnapshot info(DeskSnapshot shown) {
        return InfoSnapshot.builder()
                .name("makerdeck")
                .help("Which desk this is.")
                .dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                        .labels(Labels.of("venue", shown.venue(), "symbol", shown.symbol(), "mode", word(shown.mode())))
                        .build())
                .build();
    }

    private static MetricSnapshot state(DeskSnapshot shown) {
        var states = StateSetSnapshot.StateSetDataPointSnapshot.builder();
        for (var state : DeskState.values()) {
            states.state(word(state), state == shown.state());
        }
        return StateSetSnapshot.builder()
                .name("makerdeck_state")
                .help("What the desk is doing: 1 for the state it is in.")
                .dataPoint(states.build())
                .build();
    }

    private void ages(DeskSnapshot shown, List<MetricSnapshot> all) {
        var now = clock.instant();
        all.add(Family.gauge("makerdeck_engine_age_seconds", "Since the engine last published what it knows.")
                .with(seconds(Duration.between(shown.at(), now)))
                .built());
        var book = shown.bookAt();
        all.add(Family.gauge("makerdeck_data_age_seconds", "Since the book last changed or was confirmed.")
                .with(book == null ? null : seconds(Duration.between(book, now)))
                .built());
    }

    private static void orders(DeskSnapshot shown, List<MetricSnapshot> all) {
        var orders = Family.gauge("makerdeck_orders", "Orders that rest or may rest on the venue, by whose they are.");
        for (var side : Side.values()) {
            orders.with(count(shown, side, false), "side", word(side), "owner", "desk");
            orders.with(count(shown, side, true), "side", word(side), "owner", "others");
        }
        all.add(orders.built());
    }

    private static double count(DeskSnapshot shown, Side side, boolean foreign) {
        return shown.orders().stream()
                .filter(row -> row.side() == side && row.tag().equals(FOREIGN) == foreign)
                .count();
    }

    private static void holdings(DeskSnapshot shown, List<MetricSnapshot> all) {
        var held = shown.inventory();
        all.add(Family.gauge("makerdeck_base_share_ratio", "Share of the base asset in the account's value.")
                .with(held == null ? null : held.ratio().movePointLeft(2))
                .built());
        all.add(Family.gauge("makerdeck_base_share_target_ratio", "Where that share should be.")
                .with(held == null ? null : held.target().movePointLeft(2))
                .built());
        var lent = Family.gauge("makerdeck_lent", "What the account has moved to the lending pool, in the asset.");
        if (held != null) {
            lent.with(held.balances().base().lent(), "asset", "base")
                    .with(held.balances().quote().lent(), "asset", "quote");
        }
        all.add(lent.built());
        var earnings = shown.earnings();
        all.add(Family.gauge("makerdeck_equity_quote", "What the account is worth, in the quote asset.")
                .with(earnings != null ? earnings.equity() : held == null ? null : held.total())
                .built());
        var profit = Family.gauge("makerdeck_profit_quote", "Profit of the session by where it came from.");
        var session = earnings == null ? null : earnings.session();
        if (session != null) {
            var parts = session.parts();
            profit.with(parts.captured(), "part", "captured")
                    .with(parts.markToMarket(), "part", "inventory")
                    .with(parts.fees().negate(), "part", "fees")
                    .with(parts.converted().negate(), "part", "converted_fees")
                    .with(parts.rebalance(), "part", "rebalance")
                    .with(parts.interest(), "part", "interest");
        }
        all.add(profit.built());
    }

    private static void trade(DeskSnapshot shown, List<MetricSnapshot> all) {
        var totals = shown.totals();
        all.add(Family.counter("makerdeck_fills", "Fills of the desk's orders.")
                .with(totals.buys(), "side", "buy")
                .with(totals.sells(), "side", "sell")
                .built());
        all.add(Family.counter("makerdeck_volume_quote", "What was traded, in the quote asset.")
                .with(totals.volumeQuote())
                .built());
        all.add(Family.gauge("makerdeck_fees_quote", "Fees in the quote asset; rebates make it smaller.")
                .with(totals.feesQuote())
                .built());
    }

    private static void quoting(DeskSnapshot.Counts counts, List<MetricSnapshot> all) {
        all.add(Family.counter("makerdeck_quoted_seconds", "Time on the wall clock in which orders of a side rested.")
                .with(seconds(counts.bids()), "side", "bid")
                .with(seconds(counts.asks()), "side", "ask")
                .built());
        all.add(Family.counter(
                        "makerdeck_quoting_seconds", "Time on the wall clock since the first quote of either side.")
                .with(seconds(counts.quoting()))
                .built());
    }

    private static void connection(HealthRow health, List<MetricSnapshot> all) {
        all.add(Family.gauge("makerdeck_stream_up", "Whether a stream of the venue delivers.")
                .with(flag(health.publicUp()), "stream", "public")
                .with(flag(health.privateUp()), "stream", "private")
                .built());
        all.add(Family.gauge("makerdeck_requests_last_minute", "Requests sent in the last minute.")
                .with(health.requestsLastMinute())
                .built());
        all.add(Family.gauge("makerdeck_requests_per_minute_limit", "How many requests a minute may have.")
                .with(health.requestLimit())
                .built());
        var median = health.roundTrip();
        all.add(Family.gauge("makerdeck_round_trip_median_seconds", "Median of the latest requests.")
                .with(median == null ? null : seconds(median))
                .built());
        all.add(Family.counter("makerdeck_reconnects", "Streams that were opened anew.")
                .with(health.reconnects())
                .built());
        all.add(Family.counter("makerdeck_gaps", "Gaps in the stream of the book.")
                .with(health.gaps())
                .built());
        all.add(Family.gauge("makerdeck_guardian_up", "Whether the guardian watches; absent when there shall be none.")
                .with(health.guardian() == GuardianState.OFF ? null : flag(health.guardian() == GuardianState.ON))
                .built());
    }

    private static void troubles(DeskSnapshot shown, List<MetricSnapshot> all) {
        var counts = shown.counts();
        all.add(Family.counter("makerdeck_rejections", "Orders that the venue refused.")
                .with(counts.rejections())
                .built());
        all.add(Family.counter("makerdeck_doubts", "Orders of which it was not known whether they rest, each time.")
                .with(counts.doubts())
                .built());
        all.add(Family.counter("makerdeck_alerts_raised", "Alerts, each time one was raised.")
                .with(counts.warnings(), "severity", word(Severity.WARN))
                .with(counts.criticals(), "severity", word(Severity.CRITICAL))
                .built());
        var standing = Family.gauge("makerdeck_alerts", "Alerts that nobody has acknowledged.");
        for (var severity : List.of(Severity.WARN, Severity.CRITICAL)) {
            var count = shown.alerts().stream()
                    .filter(alert -> alert.severity() == severity)
                    .count();
            standing.with(count, "severity", word(severity));
        }
        all.add(standing.built());
    }

    private static double flag(boolean is) {
        return is ? 1 : 0;
    }

    private static double seconds(Duration length) {
        return length.toNanos() / 1e9;
    }

    private static String word(@Nullable Enum<?> value) {
        return String.valueOf(value).toLowerCase(Locale.ROOT);
    }
}
