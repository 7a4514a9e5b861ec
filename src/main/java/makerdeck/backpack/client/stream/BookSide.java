package makerdeck.backpack.client.stream;

import java.math.BigDecimal;
import java.util.List;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.domain.Levels;
import makerdeck.domain.Side;
import org.jspecify.annotations.Nullable;

/**
 * One side of the full book, complete up to a horizon; behind it only what has changed since the seed is known.
 * {@link ExactSide} takes every price there is, {@link TickSide} those of the market's grid, and much faster. Client
 * thread only.
 */
interface BookSide {

    /** How many levels are told. */
    int PUBLISHED = 50;

    /** How many are kept. */
    int MOST_LEVELS = 2000;

    /** Begins an empty side. */
    interface Start {
        BookSide of(Side side, WireDecoder decoder);
    }

    /**
     * Sets absolute quantities, as [price, quantity]; zero deletes. After a {@link DecodeException} the side is of no
     * use any more.
     *
     * @return the side that knows all of it, which may be another one; this one is of no use then
     */
    BookSide apply(@Nullable List<List<String>> changes) throws DecodeException;

    /** The snapshot that was applied had been cut to the levels nearest the touch. */
    void cut();

    /** The levels nearest the touch, best first; prices that share a tick are one level. */
    Levels published();

    /** Whether what is published reaches behind the horizon: the market has moved far since the seed. */
    boolean isBeyondHorizon();

    /** The best exact price; null when nothing rests there. */
    @Nullable
    BigDecimal best();

    /** The same side, in exact numbers. */
    ExactSide exact();
}
