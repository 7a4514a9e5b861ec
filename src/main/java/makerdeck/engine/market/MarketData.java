package makerdeck.engine.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import makerdeck.domain.Book;
import makerdeck.domain.Fees;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.domain.Trade;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** What is traded, by which rules, and what its book and tape showed last. Engine thread only. */
public final class MarketData {

    /** So long a book that broke again and again has to go without another break. */
    public static final Duration BOOK_CALM = Duration.ofSeconds(5);

    private static final int TRADES = 50;

    private final Deque<Trade> trades = new ArrayDeque<>();
    private @Nullable Market rules;
    private final FeeRates rates;
    private @Nullable Instant stateSince;
    private Book book = Book.EMPTY;
    private @Nullable Instant bookAt;
    private @Nullable Message bookLost = Message.of("engine.book.none");
    private @Nullable BigDecimal mid;
    private final BookBreaks breaks = new BookBreaks();

    public MarketData() {
        this(new FeeRates());
    }

    public MarketData(FeeRates rates) {
        this.rates = rates;
    }

    public void rules(Market read, Fees feesRead, Instant now) {
        var before = rules;
        if (before == null || before.state() != read.state()) {
            stateSince = before == null ? Instant.MIN : now;
        }
        rules = read;
        rates.told(feesRead);
    }

    public boolean isKnown() {
        return rules != null;
    }

    public Optional<Market> knownRules() {
        return Optional.ofNullable(rules);
    }

    /** The market's rules. Only after they are known. */
    public Market rules() {
        if (rules == null) {
            throw new IllegalStateException("market must be known first");
        }
        return rules;
    }

    /** What trading costs here. */
    public FeeRates rates() {
        return rates;
    }

    /** Since when the market has been in its state; far back when it was so from the start. */
    public Instant stateSince() {
        return stateSince == null ? Instant.MIN : stateSince;
    }

    public void book(Book moved, Instant at) {
        book = moved;
        bookAt = at;
        bookLost = null;
        if (moved.isHealthy() && rules != null) {
            mid = rules.mid(moved.bids().get(0).price(), moved.asks().get(0).price());
        }
    }

    public void bookLost(Message reason) {
        bookLost = reason;
    }

    /** It broke under a stream that goes on. */
    public void bookBroke(Message reason, Instant now) {
        bookLost(reason);
        breaks.broke(now);
    }

    /** From when on a book that broke again and again is trusted, if it is whole by then; far back when it did not. */
    public Instant bookCalmFrom() {
        return breaks.calmFrom();
    }

    public Book book() {
        return book;
    }

    /** Why the book cannot be trusted, empty when it can. */
    public Optional<Message> bookLost() {
        return Optional.ofNullable(bookLost);
    }

    /** Halfway between the best prices, ours among them; the last one known. Empty before the first healthy book. */
    public Optional<BigDecimal> mid() {
        return Optional.ofNullable(mid);
    }

    public Optional<Level> best(Side side) {
        return book.best(side);
    }

    public void trade(Trade trade, Instant at) {
        trades.addLast(trade);
        if (trades.size() > TRADES) {
            trades.removeFirst();
        }
    }

    public Deque<Trade> trades() {
        return trades;
    }

    /** When the book last changed, or the venue said that it had not. */
    public @Nullable Instant bookAt() {
        return bookAt;
    }
}
