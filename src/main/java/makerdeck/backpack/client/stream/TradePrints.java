package makerdeck.backpack.client.stream;

import java.time.Duration;
import java.util.function.LongSupplier;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/**
 * What is paid in the market, held against the book: a trade beyond the best prices moves them at once. If they stay,
 * the book may be an old one. Client thread only.
 */
final class TradePrints {

    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final LongSupplier nanos;

    private Book book = Book.EMPTY;
    private @Nullable Price paid;
    private @Nullable String ticker;
    private long paidAt;
    private long askedAt;
    private long againstSince;
    private boolean against;
    private boolean confirmed;
    private boolean distrusted;

    TradePrints(LongSupplier nanos) {
        this.nanos = nanos;
        askedAt = nanos.getAsLong() - AGAIN.toNanos();
    }

    void forget() {
        paid = null;
        ticker = null;
        changed();
    }

    private void changed() {
        against = false;
        confirmed = false;
        distrusted = false;
    }

    /** The book as it stands now. */
    void moved(Book now) {
        boolean same = book.touch(Side.BID) == now.touch(Side.BID) && book.touch(Side.ASK) == now.touch(Side.ASK);
        book = now;
        if (!same) {
            changed();
        }
    }

    void paid(Price price) {
        paid = price;
        paidAt = nanos.getAsLong();
        if (!isBeyond(price)) {
            against = false;
            distrusted = false;
        } else if (!against) {
            against = true;
            againstSince = paidAt;
        }
    }

    /** Tells of a trade, too, should the trades' own stream be deaf; of when, it tells nothing. */
    void ticked(StreamData.Ticker told, WireDecoder rules) throws DecodeException {
        var before = ticker;
        ticker = told.last();
        if (before != null && ticker != null && !ticker.equals(before)) {
            paid(rules.price(ticker));
        }
    }

    private boolean isBeyond(Price price) {
        long bid = book.touch(Side.BID);
        long ask = book.touch(Side.ASK);
        return bid > 0 && price.ticks() < bid || ask > 0 && price.ticks() > ask;
    }

    /** Whether to ask the venue for its book now, since ours does not follow what is paid; again and again while so. */
    boolean wantBook() {
        boolean wanted = isOverdue() && !confirmed || distrust();
        if (!wanted || nanos.getAsLong() - askedAt < AGAIN.toNanos()) {
            return false;
        }
        askedAt = nanos.getAsLong();
        return true;
    }

    /** The venue says that its book is the same; trades of before say nothing any more. */
    void confirmed() {
        confirmed = true;
        against = false;
    }

    /** Whether trades go on beyond a book that the venue has confirmed: nobody knows the market's price then. */
    boolean distrust() {
        if (isOverdue() && confirmed) {
            distrusted = true;
        }
        return distrusted && nanos.getAsLong() - paidAt < REMEMBERED.toNanos();
    }

    private boolean isOverdue() {
        return against && nanos.getAsLong() - againstSince >= LONGEST.toNanos();
    }

    /** The price last paid, for the operator. */
    String lastPaid(Market market) {
        return paid == null ? "" : market.text(paid);
    }
}
