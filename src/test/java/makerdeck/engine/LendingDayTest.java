package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Interest;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.RejectReason;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.OrderStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A desk on an account that lends, among simulated traders; -Dcampaign adds whole days with thirty throttles each. */
class LendingDayTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int MOST_REFUSED = 3;

    /** How many orders were refused before, during and shortly after each throttle. */
    private final List<Integer> refusedByThrottle = new ArrayList<>();

    /** Between which prices interest in the base asset was valued. */
    private final TreeSet<Price> seenPrices = new TreeSet<>();

    private int refused;
    private int seen;

    static Stream<Arguments> days() {
        var days = Stream.of(Arguments.of(1, Duration.ofMinutes(75), 4));
        return Integer.getInteger("campaign", 0) == 0
                ? days
                : Stream.concat(days, Stream.of(2, 3, 4).map(seed -> Arguments.of(seed, Duration.ofHours(24), 30)));
    }

    @ParameterizedTest
    @MethodSource("days")
    void theBooksCloseWithInterestAsAPartAndAThrottledPoolIsNotPestered(int seed, Duration length, int throttles) {
        var random = new SplittableRandom(seed);
        var bench = new Bench(new MarketSource.Agents(MarketPreset.NORMAL), seed)
                .with(Map.of("duration", "0", "spread", "0.05", "spread.mode", "fixed", "fee-floor", "off"));
        bench.venue.books().lend(true);
        bench.passWithoutDesk(SECOND);
        bench.startedAsItIs();

        var each = length.dividedBy(throttles);
        for (int i = 0; i < throttles; i++) {
            var throttle = Duration.ofSeconds(random.nextInt(20, 110));
            pass(bench, each.minus(throttle).minusMinutes(3));
            int before = refused;
            bench.venue.faults.add(Fault.LEND_THROTTLE);
            pass(bench, throttle);
            bench.venue.faults.remove(Fault.LEND_THROTTLE);
            pass(bench, Duration.ofMinutes(3));
            refusedByThrottle.add(refused - before);
            assertEquals(DeskState.QUOTING, bench.snapshot().state());
            var quoting = bench.snapshot().quoting();
            assertTrue(!bench.resting().isEmpty(), "after throttle " + i + ": " + quoting);
            // A side at the end of its band is empty for that reason and none of the pool's.
            assertTrue(
                    !Keys.says(quoting.bidReason(), "engine.lending.refused")
                            && !Keys.says(quoting.askReason(), "engine.lending.refused"),
                    quoting.toString());
        }
        assertInOrder(bench, length);
    }

    private void pass(Bench bench, Duration length) {
        for (long second = 0; second < length.toSeconds(); second++) {
            bench.pass(SECOND);
            for (var side : Side.values()) {
                bench.snapshot().book().best(side).ifPresent(level -> seenPrices.add(level.price()));
            }
            for (; seen < bench.events.size(); seen++) {
                refused += isRefused(bench.events.get(seen)) ? 1 : 0;
            }
            if (seen > 10_000) {
                bench.events.clear();
                seen = 0;
            }
        }
    }

    /** By the pool; a post-only order that would have taken is the market's doing. */
    private static boolean isRefused(DeskEvent event) {
        return event.news() instanceof DeskNews.OrderMoved order
                && order.stage() == OrderStage.REJECTED
                && Keys.of(event.text()).contains(RejectReason.POOL_SHORT.name());
    }

    private void assertInOrder(Bench bench, Duration length) {
        bench.command("pause", new DeskCommand.Pause(null, null));
        bench.pass(Duration.ofMinutes(1));
        bench.assertHoldings();
        bench.command("quit", new DeskCommand.Quit(false));
        bench.pass(SECOND);
        var report = bench.latest(DeskNews.SessionReported.class).figures();
        var parts = report.parts();
        var sum = parts.captured()
                .add(parts.markToMarket())
                .add(parts.rebalance())
                .add(parts.interest())
                .subtract(parts.fees());
        System.out.printf(
                Locale.ROOT,
                "lending for %s: fills %s, interest %s, payments %d, refused by throttle %s%n",
                length,
                report.totals().fills(),
                parts.interest().toPlainString(),
                bench.venue.books().interest(Bench.START).size(),
                refusedByThrottle);
        assertEquals(0, report.totals().pnl().compareTo(sum), report.toString());
        assertEquals(0, parts.transfers().signum(), report.toString());
        assertIsWhatWasPaid(parts.interest(), bench);
        assertTrue(refusedByThrottle.stream().allMatch(count -> count <= MOST_REFUSED), refusedByThrottle.toString());
        assertTrue(refusedByThrottle.stream().anyMatch(count -> count > 0), refusedByThrottle.toString());
        assertEquals(
                refusedByThrottle.stream().mapToInt(Integer::intValue).sum(), refused, "refused between the throttles");
    }

    /** By the exchange's own list, valued at one price or another that the market has seen. */
    private void assertIsWhatWasPaid(BigDecimal interest, Bench bench) {
        var rules = bench.exchange.market().rules();
        var base = paid(bench, rules.base());
        var quote = paid(bench, rules.quote());
        assertTrue(base.signum() > 0 && quote.signum() > 0, base + ", " + quote);
        var least = quote.add(base.multiply(rules.decimal(seenPrices.first())));
        var most = quote.add(base.multiply(rules.decimal(seenPrices.last())));
        assertTrue(
                interest.compareTo(least) >= 0 && interest.compareTo(most) <= 0,
                interest + " is not " + least + " to " + most);
    }

    private static BigDecimal paid(Bench bench, String asset) {
        return bench.venue.books().interest(Bench.START).stream()
                .filter(payment -> payment.asset().equals(asset))
                .map(Interest::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
