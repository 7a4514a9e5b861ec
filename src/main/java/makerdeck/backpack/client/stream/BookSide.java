package makerdeck.backpack.client.stream;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.client.base.WireFields;
import makerdeck.domain.Level;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One side of the full book, complete up to a horizon; behind it only what has changed since the seed
 * is known. Keyed by the exact number, since the wire spells one price in several ways. Client thread
 * only.
 */
final class BookSide {

    static final int PUBLISHED = 50;
    private static final int MOST_LEVELS = 2000;

    private final Side side;
    private final WireDecoder decoder;
    private final Comparator<BigDecimal> bestFirst;
    private final TreeMap<BigDecimal, Level> levels;

    private @Nullable BigDecimal horizon;
    private @Nullable List<Level> published;
    private boolean beyond;

    BookSide(Side side, WireDecoder decoder) {
        this.side = side;
        this.decoder = decoder;
        this.bestFirst = side == Side.BID ? Comparator.reverseOrder() : Comparator.naturalOrder();
        this.levels = new TreeMap<>(bestFirst);
    }

    /** Fills an empty side from a snapshot, which may have been cut to the levels nearest the touch. */
    void seed(List<List<String>> snapshot, boolean cut) throws DecodeException {
        apply(snapshot);
        if (cut && !levels.isEmpty()) {
            horizon = levels.lastKey();
        }
    }

    /** Sets absolute quantities; zero deletes. */
    void apply(@Nullable List<List<String>> changes) throws DecodeException {
        if (changes == null) {
            return;
        }
        for (var change : changes) {
            if (change == null || change.size() < 2) {
                throw new DecodeException(Message.of("client.unreadable.level"));
            }
            set(WireFields.decimal(change.get(0), "price"), WireFields.decimal(change.get(1), "quantity"));
        }
    }

    private void set(BigDecimal price, BigDecimal quantity) throws DecodeException {
        if (price.signum() <= 0 || quantity.signum() < 0) {
            throw new DecodeException(
                    Message.of("client.unreadable.level-of", price.toPlainString(), quantity.toPlainString()));
        }
        if (quantity.signum() == 0) {
            levels.remove(price);
        } else {
            levels.put(price, decoder.level(side, price, quantity));
        }
        published = null;
        if (levels.size() > MOST_LEVELS) {
            var dropped = levels.pollLastEntry().getKey();
            horizon = horizon == null || bestFirst.compare(dropped, horizon) < 0 ? dropped : horizon;
        }
    }

    /** The levels nearest the touch, best first; prices that share a tick are one level. */
    List<Level> published() {
        if (published == null) {
            published = nearest();
        }
        return published;
    }

    private List<Level> nearest() {
        var nearest = new ArrayList<Level>(PUBLISHED);
        BigDecimal end = null;
        for (var entry : levels.entrySet()) {
            var level = entry.getValue();
            int last = nearest.size() - 1;
            if (last >= 0 && nearest.get(last).price().equals(level.price())) {
                var both = nearest.get(last).quantity().plus(level.quantity());
                nearest.set(last, new Level(level.price(), both));
            } else if (nearest.size() == PUBLISHED) {
                break;
            } else {
                nearest.add(level);
            }
            end = entry.getKey();
        }
        beyond = horizon != null && (end == null || nearest.size() < PUBLISHED || bestFirst.compare(end, horizon) > 0);
        return List.copyOf(nearest);
    }

    /** Whether these levels, the venue's best, are our best. */
    boolean agrees(List<List<String>> nearest) throws DecodeException {
        var theirs = new BookSide(side, decoder);
        theirs.apply(nearest);
        var ours = levels.entrySet().iterator();
        for (var level : theirs.levels.entrySet()) {
            if (!ours.hasNext() || !sameAs(level, ours.next())) {
                return false;
            }
        }
        return !theirs.levels.isEmpty() || levels.isEmpty();
    }

    private static boolean sameAs(Map.Entry<BigDecimal, Level> one, Map.Entry<BigDecimal, Level> other) {
        return one.getKey().compareTo(other.getKey()) == 0 && one.getValue().equals(other.getValue());
    }

    /** Whether what is published reaches behind the horizon: the market has moved far since the seed. */
    boolean isBeyondHorizon() {
        return beyond;
    }

    /** Whether the two best exact prices meet. */
    static boolean cross(BookSide bids, BookSide asks) {
        return !bids.levels.isEmpty()
                && !asks.levels.isEmpty()
                && bids.levels.firstKey().compareTo(asks.levels.firstKey()) >= 0;
    }
}
