package makerdeck.laboratory.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.Candle;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.laboratory.model.Known;
import makerdeck.strategy.signals.Volatility;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/** Looks on at what a trader hears: what is known before each fill, and what the account is worth. */
final class Watch {

    private static final double AVERAGE_SECONDS = 60;
    private static final double BASIS_POINTS = 10_000;
    private static final double PERCENT = 100;

    private final Market rules;
    private final Volatility volatility;
    private final Map<String, BigDecimal> held;
    private final Map<FillKey, Before> before = new HashMap<>();

    private @Nullable Level bid;
    private @Nullable Level ask;
    /** In ticks. */
    private double average;

    private Instant averagedAt = Instant.MIN;

    private @Nullable BigDecimal opening;
    private BigDecimal highest = BigDecimal.ZERO;
    private BigDecimal drawdown = BigDecimal.ZERO;

    /** @param past minutes before the start, oldest first, for the volatility to learn from */
    Watch(Market rules, Map<String, BigDecimal> funds, List<Candle> past) {
        this.rules = rules;
        held = new HashMap<>(funds);
        volatility = new Volatility(rules.tickSize());
        volatility.warmUp(past);
    }

    /** Before the trader hears it. */
    void on(VenueEvent event) {
        if (event instanceof VenueEvent.BookMoved moved) {
            book(moved);
        } else if (event instanceof VenueEvent.Filled filled) {
            fill(filled);
        } else if (event instanceof VenueEvent.BalanceMoved balance) {
            held.put(balance.asset(), balance.balance().total());
        }
    }

    private void book(VenueEvent.BookMoved moved) {
        if (!moved.book().isHealthy()) {
            return;
        }
        average(moved.at());
        bid = moved.book().bids().get(0);
        ask = moved.book().asks().get(0);
        if (averagedAt.equals(Instant.MIN)) {
            average = midTicks(bid, ask);
            averagedAt = moved.at();
        }
    }

    /** The average goes on with the mid as it has been since. */
    private void average(Instant now) {
        if (bid == null || ask == null || !now.isAfter(averagedAt)) {
            return;
        }
        double seconds = Duration.between(averagedAt, now).toNanos() / 1e9;
        average += (midTicks(bid, ask) - average) * -Math.expm1(-seconds / AVERAGE_SECONDS);
        averagedAt = now;
    }

    private static double midTicks(Level bid, Level ask) {
        return (bid.price().ticks() + ask.price().ticks()) / 2.0;
    }

    private void fill(VenueEvent.Filled filled) {
        average(filled.at());
        var fill = filled.fill();
        var mid = mid();
        if (bid == null || ask == null || mid == null) {
            return;
        }
        double ticks = midTicks(bid, ask);
        double size = bid.quantity().steps() + ask.quantity().steps();
        var known = new Known(
                volatility.percentPerDay().isPresent()
                        ? volatility.percentPerDay().getAsDouble()
                        : null,
                BASIS_POINTS * (ticks - average) / ticks,
                (bid.quantity().steps() - ask.quantity().steps()) / size,
                PERCENT
                        * holding(rules.base()).multiply(mid).doubleValue()
                        / equity(mid).doubleValue());
        before.put(new FillKey(fill.orderId(), fill.tradeId()), new Before(mid, known));
    }

    private @Nullable BigDecimal mid() {
        return bid == null || ask == null ? null : rules.mid(bid.price(), ask.price());
    }

    private BigDecimal holding(String asset) {
        return held.getOrDefault(asset, BigDecimal.ZERO);
    }

    private BigDecimal equity(BigDecimal mid) {
        return holding(rules.base()).multiply(mid).add(holding(rules.quote()));
    }

    /** Once a second. */
    void second(Instant now) {
        var mid = mid();
        if (mid == null) {
            return;
        }
        volatility.update(now, mid);
        var equity = equity(mid);
        if (opening == null) {
            opening = equity;
            highest = equity;
        }
        highest = highest.max(equity);
        drawdown = drawdown.max(highest.subtract(equity));
    }

    Optional<Before> before(FillKey fill) {
        return Optional.ofNullable(before.get(fill));
    }

    /** How far the equity fell at most, in the quote asset. */
    BigDecimal drawdown() {
        return drawdown;
    }

    /** Change of equity from the first second with a book until now, in the quote asset. */
    BigDecimal change() {
        var mid = mid();
        return opening == null || mid == null ? BigDecimal.ZERO : equity(mid).subtract(opening);
    }
}
