package makerdeck.engine.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.Fees;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.domain.Trade;
import makerdeck.engine.log.Texts;
import makerdeck.snapshot.GuardianState;
import makerdeck.venue.Health;
import makerdeck.venue.Stream;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/** What the venue told us last, as it told it. Engine thread only. */
public final class MarketData {

    private static final int TRADES = 50;

    /** How one stream does. */
    private static final class Line {
        private boolean up;
        private boolean everUp;
        private boolean dropped;
        private Instant since = Instant.MIN;
        private String reason = Words.say("engine.stream.not-connected");
    }

    private final Map<Stream, Line> lines = new EnumMap<>(Stream.class);
    private final Deque<Trade> trades = new ArrayDeque<>();
    private @Nullable Market market;
    private final FeeRates rates;
    private @Nullable Instant marketOpenSince;
    private Book book = Book.EMPTY;
    private @Nullable Instant bookAt;
    private String bookLost = Words.say("engine.book.none");
    private @Nullable BigDecimal mid;
    private @Nullable Balances balances;
    private @Nullable Instant balancesAt;
    private boolean lends;
    private Health health = Health.UNKNOWN;
    private @Nullable Duration clockOffset;
    private @Nullable Instant frameAt;
    private GuardianState guardian = GuardianState.OFF;

    public MarketData() {
        this(new FeeRates());
    }

    public MarketData(FeeRates rates) {
        this.rates = rates;
        for (var stream : Stream.values()) {
            lines.put(stream, new Line());
        }
    }

    public void market(Market read, Fees feesRead, Instant now) {
        var before = market;
        if (before == null || before.state() != read.state()) {
            marketOpenSince = before == null ? Instant.MIN : now;
        }
        market = read;
        rates.told(feesRead);
        if (before == null) {
            // What kept us from the venue until now does not any more.
            lines.replaceAll((stream, line) -> line.everUp ? line : new Line());
        }
    }

    public boolean hasMarket() {
        return market != null;
    }

    public Optional<Market> knownMarket() {
        return Optional.ofNullable(market);
    }

    /** The market's rules. Only after they are known. */
    public Market market() {
        if (market == null) {
            throw new IllegalStateException("market must be known first");
        }
        return market;
    }

    /** What trading costs here. */
    public FeeRates rates() {
        return rates;
    }

    /** Since when the market has been in its state; far back when it was so from the start. */
    public Instant marketStateSince() {
        return marketOpenSince == null ? Instant.MIN : marketOpenSince;
    }

    public void up(Stream stream, Instant now) {
        var line = line(stream);
        line.dropped = line.everUp && !line.up;
        line.everUp = true;
        line.up = true;
        line.since = now;
        line.reason = "";
    }

    /**
     * Tells whether that is news: one that is down already may be so for another reason, and one that never was up says
     * the same again but for the number of the attempt.
     */
    public boolean down(Stream stream, Instant now, String reason) {
        var line = line(stream);
        var news = line.up || !line.everUp && !Texts.withoutNumbers(reason).equals(Texts.withoutNumbers(line.reason));
        line.up = false;
        line.since = now;
        line.reason = reason;
        if (stream == Stream.PUBLIC) {
            bookLost = Words.say("engine.book.connection-lost", reason);
        }
        return news;
    }

    public boolean isUp(Stream stream) {
        return line(stream).up;
    }

    public boolean wasUp(Stream stream) {
        return line(stream).everUp;
    }

    /** Since when it delivers, or does not. */
    public Instant upSince(Stream stream) {
        return line(stream).since;
    }

    public String downReason(Stream stream) {
        return line(stream).reason;
    }

    /** Whether it came back less than {@code calm} ago after it had dropped. */
    public boolean isFreshlyBack(Stream stream, Instant now, Duration calm) {
        var line = line(stream);
        return line.up && line.dropped && Duration.between(line.since, now).compareTo(calm) < 0;
    }

    private Line line(Stream stream) {
        var line = lines.get(stream);
        if (line == null) {
            throw new IllegalStateException("no line for " + stream);
        }
        return line;
    }

    public void book(Book moved, Instant at) {
        book = moved;
        bookAt = at;
        bookLost = "";
        frame(at);
        if (moved.isHealthy() && market != null) {
            mid = market.mid(moved.bids().get(0).price(), moved.asks().get(0).price());
        }
    }

    public void bookLost(String reason) {
        bookLost = reason;
    }

    public Book book() {
        return book;
    }

    /** Why the book cannot be trusted, empty when it can. */
    public String bookLost() {
        return bookLost;
    }

    /** Halfway between the best prices, ours among them; the last one known. Empty before the first healthy book. */
    public Optional<BigDecimal> mid() {
        return Optional.ofNullable(mid);
    }

    public Optional<Level> best(Side side) {
        return book.best(side);
    }

    public void trade(Trade trade, Instant at) {
        frame(at);
        trades.addLast(trade);
        if (trades.size() > TRADES) {
            trades.removeFirst();
        }
    }

    public Deque<Trade> trades() {
        return trades;
    }

    public void balances(Balances read, Instant at) {
        balances = read;
        balancesAt = at;
    }

    /** One asset's part is newer; the reading as a whole is as old as it was. */
    public void balancesMoved(Balances moved) {
        balances = moved;
    }

    public Optional<Balances> balances() {
        return Optional.ofNullable(balances);
    }

    public @Nullable Instant balancesAt() {
        return balancesAt;
    }

    /** Whether the account lends its idle funds by itself. */
    public void lends(boolean on) {
        lends = on;
    }

    public boolean lends() {
        return lends;
    }

    /** Whether funds of the account are lent, or will be as soon as they are idle. */
    public boolean isLent() {
        return lends
                || (balances != null
                        && (balances.base().lent().signum() > 0
                                || balances.quote().lent().signum() > 0));
    }

    public void health(Health read) {
        health = read;
        clockOffset = read.clockOffset() == null ? clockOffset : read.clockOffset();
        var last = read.lastFrameAt();
        if (last != null) {
            frame(last);
        }
    }

    public Health health() {
        return health;
    }

    /** Whether it is known how far our clock and the venue's are apart. */
    public boolean knowsVenueTime() {
        return clockOffset != null;
    }

    /** A time of our clock on the venue's, which fills carry: the two may be hours apart. */
    public Instant venueTime(Instant ours) {
        return clockOffset == null ? ours : ours.plus(clockOffset);
    }

    /** A time of the venue's clock on ours. */
    public Instant ourTime(Instant venues) {
        return clockOffset == null ? venues : venues.minus(clockOffset);
    }

    public void guarding(GuardianState told) {
        guardian = told;
    }

    public GuardianState guarding() {
        return guardian;
    }

    private void frame(Instant at) {
        if (frameAt == null || at.isAfter(frameAt)) {
            frameAt = at;
        }
    }

    /** When the venue last showed any sign of life on its streams, null before the first. */
    public @Nullable Instant frameAt() {
        return frameAt;
    }

    /** When the book last changed, or the venue said that it had not. */
    public @Nullable Instant bookAt() {
        return bookAt;
    }
}
