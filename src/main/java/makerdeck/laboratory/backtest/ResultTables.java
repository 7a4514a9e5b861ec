package makerdeck.laboratory.backtest;

import java.time.Duration;
import java.util.Locale;
import makerdeck.laboratory.model.Known;
import makerdeck.laboratory.model.RunFill;
import makerdeck.laboratory.statistics.Estimate;
import org.jspecify.annotations.Nullable;

/** The result files that say of each run what came of it. Pure. */
public final class ResultTables {

    private static final double PERCENT = 100;

    private ResultTables() {}

    /** {@code runs.csv}: a line a run. */
    public static ResultTable runs(Finished finished) {
        var table = new ResultTable(
                "seed",
                "strategy",
                "hours",
                "fills",
                "volume_base",
                "volume_quote",
                "captured",
                "inventory",
                "fees",
                "rebalance",
                "pnl",
                "alpha",
                "alpha_per_hour",
                "max_drawdown",
                "uptime_bid_percent",
                "uptime_ask_percent",
                "requests",
                "halted_after_seconds",
                "halted");
        finished.runs().forEach((run, result) -> {
            var money = result.money();
            table.add(finished.comparison().seed(run))
                    .add(finished.comparison().contender(run).name())
                    .add((Double) result.hours())
                    .add(result.fills().size())
                    .add(result.volumeBase())
                    .add(result.volumeQuote())
                    .add(money.captured())
                    .add(money.inventory())
                    .add(money.fees())
                    .add(money.rebalance())
                    .add(money.pnl())
                    .add(money.alpha())
                    .add((Double) result.alphaPerHour())
                    .add(money.drawdown())
                    .add((Double) percent(result.bids(), result.length()))
                    .add((Double) percent(result.asks(), result.length()))
                    .add(result.requests().all())
                    .add(result.halt()
                            .map(halt -> (Double) (double) halt.after().toSeconds())
                            .orElse(null))
                    .add(result.halt().map(halt -> halt.why().key()).orElse(""))
                    .end();
        });
        return table;
    }

    static double percent(Duration part, Duration whole) {
        return PERCENT * part.toNanos() / whole.toNanos();
    }

    /** {@code fills.csv}: a line a fill. */
    public static ResultTable fills(Finished finished) {
        var table = new ResultTable(
                "seed",
                "strategy",
                "time",
                "side",
                "layer",
                "price",
                "quantity",
                "fee",
                "role",
                "mid_before",
                "distance_bp",
                "volatility_percent_day",
                "trend_bp",
                "imbalance",
                "ratio_percent",
                "markout_1s_bp",
                "markout_5s_bp",
                "markout_30s_bp",
                "markout_60s_bp");
        finished.runs().forEach((run, result) -> {
            for (var fill : result.fills()) {
                table.add(finished.comparison().seed(run))
                        .add(finished.comparison().contender(run).name());
                add(fill, table);
                table.end();
            }
        });
        return table;
    }

    private static void add(RunFill fill, ResultTable table) {
        table.add(fill.at().toString())
                .add(fill.side().name().toLowerCase(Locale.ROOT))
                .add(fill.layer())
                .add(fill.price())
                .add(fill.quantity())
                .add(fill.fee())
                .add(fill.maker() ? "maker" : "taker")
                .add(fill.mid())
                .add(fill.distanceBp());
        add(fill.known(), table);
        RunFill.MARKOUTS.forEach(seconds -> table.add(fill.markoutBp(seconds)));
    }

    private static void add(@Nullable Known known, ResultTable table) {
        table.add(known == null ? null : known.volatility())
                .add(known == null ? null : (Double) known.trendBp())
                .add(known == null ? null : (Double) known.imbalance())
                .add(known == null ? null : (Double) known.ratio());
    }

    /** {@code curve.csv}: a line a contender and basis point of distance. Intervals are of 95 % over the seeds. */
    public static ResultTable curve(Finished finished) {
        var table = new ResultTable(
                "strategy",
                "from_bp",
                "to_bp",
                "fills",
                "fills_per_hour",
                "fills_per_hour_low",
                "fills_per_hour_high",
                "edge_30s_bp",
                "edge_30s_bp_low",
                "edge_30s_bp_high");
        for (var contender : finished.comparison().contenders()) {
            for (var step : FillsByDistance.of(finished.of(contender))) {
                table.add(contender.name())
                        .add(step.fromBp())
                        .add(step.fromBp() + 1)
                        .add(step.fills());
                // Nothing is filled less than never.
                add(step.perHour(), 0, table);
                add(step.edgeBp(), Double.NEGATIVE_INFINITY, table);
                table.end();
            }
        }
        return table;
    }

    private static void add(Estimate estimate, double least, ResultTable table) {
        table.add((Double) estimate.mean())
                .add((Double) Math.max(least, estimate.mean() - estimate.halfWidth()))
                .add((Double) (estimate.mean() + estimate.halfWidth()));
    }
}
