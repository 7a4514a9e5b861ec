package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import makerdeck.domain.MarketState;
import makerdeck.domain.Side;
import makerdeck.venue.Stream;

/**
 * Whether the facts are good enough to quote on, and if not, why, in a few words.
 *
 * <p>Engine thread only.
 */
final class Gates {

    private static final Duration STALE = Duration.ofSeconds(3);
    private static final Duration CALM = Duration.ofSeconds(5);
    private static final Duration LAG = Duration.ofSeconds(1);
    private static final Duration OLD_BALANCES = Duration.ofSeconds(90);
    private static final Duration OLD_COMPARISON = Duration.ofSeconds(45);

    private final Facts facts;
    private final SlowMedian median;
    private Instant comparedAt = Instant.MIN;
    private Instant lagUntil = Instant.MIN;
    private Instant trustedFrom = Instant.MIN;
    private Instant distrustUntil = Instant.MIN;

    Gates(Facts facts, SlowMedian median) {
        this.facts = facts;
        this.median = median;
    }

    /** Our open orders were compared with the venue's. */
    void compared(Instant asked) {
        comparedAt = asked;
    }

    /**
     * The engine came {@code late} to an input: for a moment nothing it knows is fresh, and orders have to be compared
     * with the venue before it may quote again. True when that is news.
     */
    boolean lagged(Duration late, Instant now) {
        if (late.compareTo(LAG) <= 0) {
            return false;
        }
        var news = !now.isBefore(lagUntil);
        lagUntil = now.plusSeconds(1);
        if (news) {
            trustedFrom = now;
        }
        return news;
    }

    /** The account stream has kept something from us: for a while it is not enough that it is up. */
    void distrust(Instant now) {
        distrustUntil = now.plus(CALM);
    }

    /** Why no side may be quoted, empty when nothing speaks against it. */
    String reason(Instant now) {
        for (var stream : Stream.values()) {
            if (!facts.isUp(stream)) {
                return name(stream) + " stream down: " + facts.downReason(stream);
            }
            if (facts.isFreshlyBack(stream, now, CALM)) {
                return name(stream) + " stream is back, waiting " + CALM.toSeconds() + " s";
            }
        }
        var market = marketReason(now);
        return market.isEmpty() ? ageReason(now) : market;
    }

    private static String name(Stream stream) {
        return stream == Stream.PUBLIC ? "market" : "account";
    }

    private String marketReason(Instant now) {
        if (!facts.bookLost().isEmpty()) {
            return "book lost: " + facts.bookLost();
        }
        if (!facts.book().isHealthy()) {
            return unhealthy();
        }
        if (!median.absurdity().isEmpty()) {
            return median.absurdity();
        }
        var state = facts.market().state();
        if (state == MarketState.CLOSED || state == MarketState.CANCEL_ONLY) {
            return "market is " + state;
        }
        var since = facts.marketStateSince();
        return !since.equals(Instant.MIN) && Duration.between(since, now).compareTo(CALM) < 0
                ? "market is " + state + " again, waiting " + CALM.toSeconds() + " s"
                : "";
    }

    private String unhealthy() {
        for (var side : Side.values()) {
            if (facts.best(side).isEmpty()) {
                return "book has no " + Texts.quotes(side);
            }
        }
        return "book is crossed";
    }

    private String ageReason(Instant now) {
        if (now.isBefore(lagUntil)) {
            return "desk lags";
        }
        if (comparedAt.isBefore(trustedFrom)) {
            return "desk lagged, comparing orders with the venue";
        }
        if (now.isBefore(distrustUntil)) {
            return "account stream missed a fill, waiting " + CALM.toSeconds() + " s";
        }
        var frame = facts.frameAt();
        var silence = frame == null ? STALE.plusMillis(1) : Duration.between(frame, now);
        if (silence.compareTo(STALE) > 0) {
            return "no data for " + silence.toSeconds() + " s";
        }
        var balances = facts.balancesAt();
        if (balances == null || Duration.between(balances, now).compareTo(OLD_BALANCES) > 0) {
            return "balances unknown";
        }
        return comparedAt.equals(Instant.MIN)
                        || Duration.between(comparedAt, now).compareTo(OLD_COMPARISON) > 0
                ? "open orders could not be compared with the venue"
                : "";
    }
}
