package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import makerdeck.command.DeskCommand;
import makerdeck.domain.ClientId;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.Inventory;
import makerdeck.snapshot.SessionFigures;
import org.jspecify.annotations.Nullable;

/** A simulated hour, or a part of one, of a desk in the market {@code normal}, looked at every second. */
final class DeskHour {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final BigDecimal ENOUGH_UPTIME = new BigDecimal("99.5");
    private static final BigDecimal UPTIME_WITH_ONE_LAYER = new BigDecimal("99.3");

    static final String HEADER = "seed  fills  uptime bid, ask %  ratio sd, min..max   requotes  requests each";

    private final long seed;
    private final Duration length;
    private final Bench bench;
    private final SessionFigures report;
    private final DoubleSummaryStatistics ratios = new DoubleSummaryStatistics();
    private double squares;

    DeskHour(long seed, Duration length, Map<String, String> parameters, String skew) {
        this.seed = seed;
        this.length = length;
        bench = new Bench(new MarketSource.Agents(MarketPreset.NORMAL), seed)
                .with(all(parameters, skew))
                .started();
        bench.keepsOrderNews = false;
        var opening = new Books(bench);
        for (int second = 0; second < length.toSeconds(); second++) {
            bench.pass(SECOND);
            double ratio = inventory().ratio().doubleValue();
            ratios.accept(ratio);
            squares += ratio * ratio;
        }
        opening.assertPnlIsTheChangeOfEquityTo(new Books(bench));
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(SECOND);
        bench.assertInOrder();
        report = bench.latest(DeskNews.SessionReported.class).figures();
    }

    private static Map<String, String> all(Map<String, String> parameters, String skew) {
        var all = new HashMap<>(parameters);
        all.put("skew", skew);
        all.put("duration", "0");
        return all;
    }

    private Inventory inventory() {
        return Objects.requireNonNull(bench.snapshot().inventory());
    }

    /** What the desk says it earned and what the exchange holds for it, at one moment. */
    private record Books(BigDecimal pnl, BigDecimal equity) {

        Books(Bench bench) {
            this(
                    bench.snapshot().totals().pnl(),
                    Objects.requireNonNull(bench.snapshot().inventory()).total());
            bench.assertHoldings();
        }

        void assertPnlIsTheChangeOfEquityTo(Books later) {
            assertEquals(0, later.pnl.subtract(pnl).compareTo(later.equity.subtract(equity)));
        }
    }

    /** Books exact, both sides quoted, no request too many, inventory in its band. */
    void assertInOrder() {
        assertPartsAddUp();
        assertInBand(0);
        assertUptime(ENOUGH_UPTIME);
        assertFewRequests();
    }

    /**
     * The same for a desk that lives where its band ends. There is room for one order on the heavy side, and after a
     * fill its layer waits a second with no other beside it.
     *
     * @param points the ratio may be beyond the band
     */
    void assertInOrderAtTheEdge(double points) {
        assertPartsAddUp();
        assertInBand(points);
        assertUptime(UPTIME_WITH_ONE_LAYER);
        assertFewRequests();
    }

    /** To the last digit. */
    private void assertPartsAddUp() {
        var parts = report.parts();
        var sum = parts.captured()
                .add(parts.markToMarket())
                .add(parts.rebalance())
                .subtract(parts.fees());
        assertEquals(0, report.totals().pnl().compareTo(sum), "seed " + seed + ": " + report);
        assertEquals(0, parts.transfers().signum());
    }

    private void assertInBand(double points) {
        var inventory = inventory();
        assertTrue(ratios.getMin() >= inventory.hardLow().doubleValue() - points, toString());
        assertTrue(ratios.getMax() <= inventory.hardHigh().doubleValue() + points, toString());
    }

    private void assertUptime(BigDecimal least) {
        for (var share : new @Nullable BigDecimal[] {
            report.quoted().allowedBids(), report.quoted().allowedAsks()
        }) {
            assertTrue(Objects.requireNonNull(share).compareTo(least) >= 0, toString());
        }
    }

    /** At most one request a changed order, and one for all new ones together. */
    private void assertFewRequests() {
        var cancelled = new ArrayList<ClientId>();
        bench.venue.requotes.forEach((review, requote) -> {
            assertTrue(requote.requests() <= requote.cancelled.size() + 1, "review " + review + ": " + requote);
            cancelled.addAll(requote.cancelled);
        });
        assertEquals(cancelled.size(), new HashSet<>(cancelled).size(), "an order was cancelled twice");
    }

    private double requestsPerRequote() {
        return bench.venue.requotes.values().stream()
                .mapToInt(Requote::requests)
                .average()
                .orElseThrow();
    }

    double deviation() {
        double mean = ratios.getAverage();
        return Math.sqrt(squares / length.toSeconds() - mean * mean);
    }

    int fills() {
        return Math.toIntExact(report.totals().fills());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%4d %6d %7s %7s %8.2f %6.2f..%5.2f %9d %13.2f",
                seed,
                fills(),
                report.quoted().bids(),
                report.quoted().asks(),
                deviation(),
                ratios.getMin(),
                ratios.getMax(),
                bench.venue.requotes.size(),
                requestsPerRequote());
    }
}
