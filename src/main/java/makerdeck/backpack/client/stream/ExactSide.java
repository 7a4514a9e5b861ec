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
import makerdeck.domain.Levels;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** Keyed by the exact number, since the wire spells one price in several ways and has prices between the ticks. */
final class ExactSide implements BookSide {

    /** What the wire says of one price. */
    record Change(BigDecimal price, BigDecimal quantity) {

        static Change read(String price, String quantity) throws DecodeException {
            var change = new Change(WireFields.decimal(price, "price"), WireFields.decimal(quantity, "quantity"));
            if (change.price.signum() <= 0 || change.quantity.signum() < 0) {
                throw new DecodeException(Message.of(
                        "client.unreadable.level-of", change.price.toPlainString(), change.quantity.toPlainString()));
            }
            return change;
        }

        static Change read(@Nullable List<String> change) throws DecodeException {
            if (change == null || change.size() < 2) {
                throw new DecodeException(Message.of("client.unreadable.level"));
            }
            return read(change.get(0), change.get(1));
        }

        boolean deletes() {
            return quantity.signum() == 0;
        }
    }

    private final Side side;
    private final WireDecoder decoder;
    private final Comparator<BigDecimal> bestFirst;
    private final TreeMap<BigDecimal, Level> levels;

    private @Nullable BigDecimal horizon;
    private @Nullable Levels published;
    private boolean beyond;

    ExactSide(Side side, WireDecoder decoder) {
        this.side = side;
        this.decoder = decoder;
        this.bestFirst = side == Side.BID ? Comparator.reverseOrder() : Comparator.naturalOrder();
        this.levels = new TreeMap<>(bestFirst);
    }

    /** Goes on with what another kind of side knew. */
    ExactSide(Side side, WireDecoder decoder, Levels known, @Nullable BigDecimal horizon) {
        this(side, decoder);
        known.forEach(level -> levels.put(decoder.market().decimal(level.price()), level));
        this.horizon = horizon;
    }

    @Override
    public BookSide apply(@Nullable List<List<String>> changes) throws DecodeException {
        if (changes != null) {
            for (var change : changes) {
                set(Change.read(change));
            }
        }
        return this;
    }

    private void set(Change change) throws DecodeException {
        if (change.deletes()) {
            levels.remove(change.price);
        } else {
            levels.put(change.price, decoder.level(side, change.price, change.quantity));
        }
        published = null;
        if (levels.size() > MOST_LEVELS) {
            var dropped = levels.pollLastEntry().getKey();
            horizon = horizon == null || bestFirst.compare(dropped, horizon) < 0 ? dropped : horizon;
        }
    }

    @Override
    public void cut() {
        if (!levels.isEmpty()) {
            horizon = levels.lastKey();
            published = null;
        }
    }

    @Override
    public Levels published() {
        if (published == null) {
            published = nearest();
        }
        return published;
    }

    private Levels nearest() {
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
        return Levels.of(nearest);
    }

    @Override
    public boolean isBeyondHorizon() {
        return beyond;
    }

    @Override
    public @Nullable BigDecimal best() {
        return levels.isEmpty() ? null : levels.firstKey();
    }

    @Override
    public ExactSide exact() {
        return this;
    }

    /** Whether these levels, the venue's best, are our best. */
    boolean agrees(ExactSide theirs) {
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
}
