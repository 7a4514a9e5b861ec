package makerdeck.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import makerdeck.domain.MarketState;
import makerdeck.domain.Side;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.ReferencePrice;
import makerdeck.message.Message;
import makerdeck.venue.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the facts are good enough to quote on, and if not, why, in a few words.
 *
 * <p>Engine thread only.
 */
public final class TradingGates {

    private static final Duration STALE = Duration.ofSeconds(3);
    private static final Duration CALM = Duration.ofSeconds(5);
    private static final Duration LAG = Duration.ofSeconds(1);
    private static final Duration OLD_BALANCES = Duration.ofSeconds(90);
    private static final Duration OLD_COMPARISON = Duration.ofSeconds(45);

    private final MarketData market;
    private final ConnectionState connection;
    private final AccountReading account;
    private final ReferencePrice reference;
    private Instant comparedAt = Instant.MIN;
    private Instant lagUntil = Instant.MIN;
    private Instant trustedFrom = Instant.MIN;
    private Instant distrustUntil = Instant.MIN;
    private @Nullable Message balances = null;

    public TradingGates(
            MarketData market, ConnectionState connection, AccountReading account, ReferencePrice reference) {
        this.market = market;
        this.connection = connection;
        this.account = account;
        this.reference = reference;
    }

    /** Our open orders were compared with the venue's. */
    public void compared(Instant asked) {
        comparedAt = asked;
    }

    /**
     * The engine came {@code late} to an input: for a moment nothing it knows is fresh, and orders have to be compared
     * with the venue before it may quote again. True when that is news.
     */
    public boolean lagged(Duration late, Instant now) {
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
    public void distrust(Instant now) {
        distrustUntil = now.plus(CALM);
    }

    /** What we hold is not certain, and why; empty: it is. */
    public void balances(@Nullable Message doubt) {
        balances = doubt;
    }

    /** Why no side may be quoted, empty when nothing speaks against it. */
    public Optional<Message> reason(Instant now) {
        for (var stream : Stream.values()) {
            if (!connection.isUp(stream)) {
                return Optional.of(down(stream, connection.downReason(stream).orElseThrow()));
            }
            if (connection.isFreshlyBack(stream, now, CALM)) {
                return Optional.of(Message.of("engine.gate.back." + Texts.key(stream), CALM.toSeconds()));
            }
        }
        var market = marketReason(now);
        return market.isEmpty() ? ageReason(now) : market;
    }

    public static Message down(Stream stream, Message reason) {
        return Message.of("engine.gate.down." + Texts.key(stream), reason);
    }

    private Optional<Message> marketReason(Instant now) {
        if (!market.bookLost().isEmpty()) {
            return Optional.of(
                    Message.of("engine.gate.book-lost", market.bookLost().orElseThrow()));
        }
        if (!market.book().isHealthy()) {
            return Optional.of(unhealthy());
        }
        if (!reference.absurdity().isEmpty()) {
            return reference.absurdity();
        }
        var state = market.rules().state();
        if (state == MarketState.CLOSED || state == MarketState.CANCEL_ONLY) {
            return Optional.of(Message.of("engine.gate.market", Message.of("engine.market-state." + Texts.key(state))));
        }
        var since = market.stateSince();
        return !since.equals(Instant.MIN) && Duration.between(since, now).compareTo(CALM) < 0
                ? Optional.of(Message.of(
                        "engine.gate.market-again",
                        Message.of("engine.market-state." + Texts.key(state)),
                        CALM.toSeconds()))
                : Optional.empty();
    }

    private Message unhealthy() {
        for (var side : Side.values()) {
            if (market.best(side).isEmpty()) {
                return Message.of("engine.gate.one-sided", Texts.quotes(side));
            }
        }
        return Message.of("engine.gate.crossed");
    }

    private Optional<Message> ageReason(Instant now) {
        if (now.isBefore(lagUntil)) {
            return Optional.of(Message.of("engine.gate.lags"));
        }
        if (comparedAt.isBefore(trustedFrom)) {
            return Optional.of(Message.of("engine.gate.lagged"));
        }
        if (now.isBefore(distrustUntil)) {
            return Optional.of(Message.of("engine.gate.missed-fill", CALM.toSeconds()));
        }
        var frame = connection.frameAt();
        var silence = frame == null ? STALE.plusMillis(1) : Duration.between(frame, now);
        if (silence.compareTo(STALE) > 0) {
            return Optional.of(Message.of("engine.gate.silent", silence.toSeconds()));
        }
        // What else the venue says tells nothing about the book.
        var moved = market.bookAt();
        var age = moved == null ? STALE.plusMillis(1) : Duration.between(moved, now);
        if (age.compareTo(STALE) > 0) {
            return Optional.of(Message.of("engine.gate.book-old", age.toSeconds()));
        }
        if (balances != null) {
            return Optional.ofNullable(balances);
        }
        var read = account.balancesAt();
        if (read == null || Duration.between(read, now).compareTo(OLD_BALANCES) > 0) {
            return Optional.of(Message.of("engine.gate.balances"));
        }
        return comparedAt.equals(Instant.MIN)
                        || Duration.between(comparedAt, now).compareTo(OLD_COMPARISON) > 0
                ? Optional.of(Message.of("engine.gate.not-compared"))
                : Optional.empty();
    }
}
