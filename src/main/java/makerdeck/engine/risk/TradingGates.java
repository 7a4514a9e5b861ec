package makerdeck.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * Whether the facts are good enough to quote on, and if not, why.
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
    private final List<Gate> gates = inOrder();
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
        return Gate.first(gates, Side.BID, now);
    }

    /** All that is asked, in this order; each has the same answer for both sides. */
    List<Gate> gates() {
        return gates;
    }

    private List<Gate> inOrder() {
        return List.of(
                Gate.ofDesk("market-stream", now -> stream(Stream.PUBLIC, now), () -> back(Stream.PUBLIC)),
                Gate.ofDesk("account-stream", now -> stream(Stream.PRIVATE, now), () -> back(Stream.PRIVATE)),
                Gate.ofDesk("book", this::book, this::calm),
                Gate.ofDesk("both-sides", now -> market.book().isHealthy() ? Optional.empty() : unhealthy()),
                Gate.ofDesk("price", now -> reference.absurdity()),
                Gate.ofDesk(
                        "market",
                        now -> market.knownRules().flatMap(rules -> market(rules.state(), now)),
                        this::reopened),
                Gate.ofDesk("lag", this::lag, () -> lagUntil),
                Gate.ofDesk("missed-fill", this::missedFill, () -> distrustUntil),
                Gate.ofDesk("data", now -> old(connection.frameAt(), "engine.gate.silent", now)),
                // What else the venue says tells nothing about the book.
                Gate.ofDesk("book-age", now -> old(market.bookAt(), "engine.gate.book-old", now)),
                Gate.ofDesk("balances", this::balances),
                Gate.ofDesk("comparison", this::comparison));
    }

    private Optional<Message> stream(Stream stream, Instant now) {
        if (!connection.isUp(stream)) {
            return Optional.of(down(stream, connection.downReason(stream).orElseThrow()));
        }
        return connection.isFreshlyBack(stream, now, CALM)
                ? Optional.of(Message.of("engine.gate.back." + Texts.key(stream), CALM.toSeconds()))
                : Optional.empty();
    }

    /** One reason for a book that breaks and comes back and breaks: it is no news each time. */
    private Optional<Message> book(Instant now) {
        return now.isBefore(calm())
                ? Optional.of(Message.of("engine.gate.book-breaks", MarketData.BOOK_CALM.toSeconds()))
                : market.bookLost().map(why -> Message.of("engine.gate.book-lost", why));
    }

    private Instant calm() {
        return market.bookCalmFrom();
    }

    /** When a stream that came back is trusted again; long ago while it is down. */
    private Instant back(Stream stream) {
        return connection.isUp(stream) ? connection.upSince(stream).plus(CALM) : Instant.MIN;
    }

    /** When a market that takes orders again is trusted; long ago while it takes none. */
    private Instant reopened() {
        var since = market.stateSince();
        return since.equals(Instant.MIN) ? Instant.MIN : since.plus(CALM);
    }

    public static Message down(Stream stream, Message reason) {
        return Message.of("engine.gate.down." + Texts.key(stream), reason);
    }

    private Optional<Message> market(MarketState state, Instant now) {
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

    private Optional<Message> unhealthy() {
        for (var side : Side.values()) {
            if (market.best(side).isEmpty()) {
                return Optional.of(Message.of("engine.gate.one-sided", Texts.quotes(side)));
            }
        }
        return Optional.of(Message.of("engine.gate.crossed"));
    }

    private Optional<Message> lag(Instant now) {
        return now.isBefore(lagUntil)
                ? Optional.of(Message.of("engine.gate.lags"))
                : when(comparedAt.isBefore(trustedFrom), "engine.gate.lagged");
    }

    private Optional<Message> missedFill(Instant now) {
        return now.isBefore(distrustUntil)
                ? Optional.of(Message.of("engine.gate.missed-fill", CALM.toSeconds()))
                : Optional.empty();
    }

    private static Optional<Message> old(@Nullable Instant heard, String key, Instant now) {
        var age = heard == null ? STALE.plusMillis(1) : Duration.between(heard, now);
        return age.compareTo(STALE) > 0 ? Optional.of(Message.of(key, age.toSeconds())) : Optional.empty();
    }

    private Optional<Message> balances(Instant now) {
        if (balances != null) {
            return Optional.of(balances);
        }
        var read = account.balancesAt();
        return when(read == null || Duration.between(read, now).compareTo(OLD_BALANCES) > 0, "engine.gate.balances");
    }

    private Optional<Message> comparison(Instant now) {
        var old = comparedAt.equals(Instant.MIN)
                || Duration.between(comparedAt, now).compareTo(OLD_COMPARISON) > 0;
        return when(old, "engine.gate.not-compared");
    }

    private static Optional<Message> when(boolean shut, String key) {
        return shut ? Optional.of(Message.of(key)) : Optional.empty();
    }
}
