package makerdeck.backpack.client.stream;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.GridReader;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.wire.LevelText;
import makerdeck.domain.Levels;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/**
 * Levels in whole ticks and steps, read straight from the text of a frame, in arrays that have the best at their end,
 * where almost everything happens. The first price between two ticks turns it into an {@link ExactSide}.
 */
final class TickSide implements BookSide {

    /** Looked through first. */
    private static final int NEAR = 64;

    /** No level of a list was left over. */
    private static final int ALL = -1;

    private final Side side;
    private final long sign;
    private final WireDecoder decoder;
    private final GridReader prices;
    private final GridReader quantities;

    // Parallel, the worst first.
    private long[] ticks = new long[2 * NEAR];
    private long[] steps = new long[2 * NEAR];
    private int size;

    /** In ticks, zero for none. */
    private long horizon;

    private @Nullable Levels published;
    private boolean beyond;

    TickSide(Side side, WireDecoder decoder) {
        this.side = side;
        this.sign = side.sign();
        this.decoder = decoder;
        this.prices = new GridReader(decoder.market().tickSize());
        this.quantities = new GridReader(decoder.market().stepSize());
    }

    @Override
    public BookSide apply(@Nullable List<List<String>> changes) throws DecodeException {
        if (changes == null) {
            return this;
        }
        int done = changes instanceof LevelText text ? read(text) : read(changes);
        return done < 0 ? this : exact().apply(changes.subList(done, changes.size()));
    }

    /** How many levels were read before one that is none of this side's, or {@link #ALL}. */
    private int read(LevelText levels) throws DecodeException {
        var text = levels.text();
        int at = levels.from() - 1;
        int read = 0;
        do {
            int price = at + 1 + LevelText.TO_PRICE;
            long tick = prices.read(text, price);
            int quantity = prices.end() + LevelText.TO_QUANTITY;
            long step = quantities.read(text, quantity);
            if (tick > 0 && step >= 0) {
                set(tick, step);
            } else if (!set(ExactSide.Change.read(
                    text.substring(price, prices.end()), text.substring(quantity, quantities.end())))) {
                return read;
            }
            read++;
            at = quantities.end() + LevelText.TO_END;
        } while (text.charAt(at) == ',');
        return ALL;
    }

    private int read(List<List<String>> changes) throws DecodeException {
        for (int i = 0; i < changes.size(); i++) {
            if (!set(ExactSide.Change.read(changes.get(i)))) {
                return i;
            }
        }
        return ALL;
    }

    /** False for a price between two ticks. */
    private boolean set(ExactSide.Change change) throws DecodeException {
        var market = decoder.market();
        if (change.deletes()) {
            var parts = change.price().divideAndRemainder(market.tickSize());
            if (parts[1].signum() == 0 && parts[0].compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0) {
                set(parts[0].longValueExact(), 0);
            }
            return true;
        }
        var level = decoder.level(side, change.price(), change.quantity());
        if (market.decimal(level.price()).compareTo(change.price()) != 0) {
            return false;
        }
        set(level.price().ticks(), level.quantity().steps());
        return true;
    }

    private void set(long tick, long step) {
        int at = find(tick);
        if (at < 0) {
            if (step > 0) {
                insert(~at, tick, step);
            }
        } else if (step > 0) {
            moved(at);
            steps[at] = step;
        } else {
            moved(at);
            close(at);
        }
    }

    /** What lies further out than what is published changes nothing of that. */
    private void moved(int at) {
        if (at >= size - PUBLISHED) {
            published = null;
        }
    }

    private void insert(int at, long tick, long step) {
        if (size == ticks.length) {
            ticks = Arrays.copyOf(ticks, 2 * size);
            steps = Arrays.copyOf(steps, 2 * size);
        }
        System.arraycopy(ticks, at, ticks, at + 1, size - at);
        System.arraycopy(steps, at, steps, at + 1, size - at);
        ticks[at] = tick;
        steps[at] = step;
        size++;
        moved(at);
        if (size > MOST_LEVELS) {
            horizon = horizon == 0 || (ticks[0] - horizon) * sign > 0 ? ticks[0] : horizon;
            close(0);
            published = null;
        }
    }

    private void close(int at) {
        size--;
        System.arraycopy(ticks, at + 1, ticks, at, size - at);
        System.arraycopy(steps, at + 1, steps, at, size - at);
    }

    /** Where a price stands, or the complement of where it would. */
    private int find(long tick) {
        int high = size - 1;
        int low = size - NEAR;
        if (low < 0 || (tick - ticks[low]) * sign < 0) {
            low = 0;
        }
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long further = (tick - ticks[middle]) * sign;
            if (further > 0) {
                low = middle + 1;
            } else if (further < 0) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return ~low;
    }

    @Override
    public void cut() {
        if (size > 0) {
            horizon = ticks[0];
            published = null;
        }
    }

    @Override
    public Levels published() {
        if (published == null) {
            published = Levels.bestLast(ticks, steps, size, PUBLISHED);
            beyond = horizon != 0 && (size < PUBLISHED || (ticks[size - PUBLISHED] - horizon) * sign < 0);
        }
        return published;
    }

    @Override
    public boolean isBeyondHorizon() {
        return beyond;
    }

    @Override
    public ExactSide exact() {
        var known = Levels.bestLast(ticks, steps, size, size);
        return new ExactSide(side, decoder, known, horizon == 0 ? null : exact(horizon));
    }

    @Override
    public @Nullable BigDecimal best() {
        return size == 0 ? null : exact(ticks[size - 1]);
    }

    private BigDecimal exact(long tick) {
        return decoder.market().decimal(new Price(tick));
    }

    /** Whether these levels, the venue's best, are our best. */
    boolean agrees(TickSide theirs) {
        if (theirs.size == 0 || theirs.size > size) {
            return theirs.size == size;
        }
        int from = size - theirs.size;
        return Arrays.equals(ticks, from, size, theirs.ticks, 0, theirs.size)
                && Arrays.equals(steps, from, size, theirs.steps, 0, theirs.size);
    }

    /** Whether the two best prices meet. */
    static boolean cross(TickSide bids, TickSide asks) {
        return bids.size > 0 && asks.size > 0 && bids.ticks[bids.size - 1] >= asks.ticks[asks.size - 1];
    }
}
