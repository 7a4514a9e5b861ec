package makerdeck.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The trading rules of one spot market, as the venue last published them. The only place where
 * decimals become ticks and steps, and back, exactly. Immutable.
 *
 * @param symbol as the venue spells it, {@code BASE_QUOTE}
 * @param minQuantity smallest order in base units; need not be a multiple of the step
 * @param bandLow lowest limit price as a fraction of the last price, null when the venue has no band
 * @param bandHigh highest limit price as a fraction of the last price, null when the venue has no band
 */
public record Market(
        String symbol,
        String base,
        String quote,
        BigDecimal tickSize,
        BigDecimal stepSize,
        BigDecimal minQuantity,
        @Nullable BigDecimal bandLow,
        @Nullable BigDecimal bandHigh,
        Limits limits,
        MarketState state) {

    /** A market that sets no end to prices and quantities. */
    public Market(
            String symbol,
            String base,
            String quote,
            BigDecimal tickSize,
            BigDecimal stepSize,
            BigDecimal minQuantity,
            @Nullable BigDecimal bandLow,
            @Nullable BigDecimal bandHigh,
            MarketState state) {
        this(symbol, base, quote, tickSize, stepSize, minQuantity, bandLow, bandHigh, Limits.NONE, state);
    }

    private static final int SIGNIFICANT = 3;

    /** A product of two numbers as small fits into a long. */
    private static final int SMALL_BITS = 32;

    /** Of a hundredth of a dollar times a hundredth of a coin: most markets count so or coarser. */
    private static final int FINEST_AS_USUAL = 4;

    public Market {
        requirePositive("tickSize", tickSize);
        requirePositive("stepSize", stepSize);
        requirePositive("minQuantity", minQuantity);
    }

    private static void requirePositive(String name, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(name + " must be positive, was " + value.toPlainString());
        }
    }

    /** An exact decimal price on the grid. Throws {@link IllegalArgumentException} when it is off the grid. */
    public Price price(BigDecimal exact) {
        var ticks = exact.divide(tickSize, 0, RoundingMode.DOWN);
        if (ticks.multiply(tickSize).compareTo(exact) != 0) {
            throw new IllegalArgumentException("price must be a multiple of " + tickSize.toPlainString() + ", was "
                    + exact.toPlainString() + "; nearest legal is " + text(nearest(exact)));
        }
        return new Price(ticks.longValueExact());
    }

    private Price nearest(BigDecimal exact) {
        return new Price(exact.divide(tickSize, 0, RoundingMode.HALF_EVEN)
                .max(BigDecimal.ONE)
                .longValueExact());
    }

    /** Another trader's price, which may be off our grid: rounded towards the spread. */
    public Price observed(Side side, BigDecimal wire) {
        return new Price(count(wire, tickSize, side.towardsSpread()));
    }

    /** The price of our own quote: bids round down, asks up. */
    public Price quoted(Side side, BigDecimal wanted) {
        return new Price(count(wanted, tickSize, side.awayFromSpread()));
    }

    /** An exact decimal size on the grid. Throws {@link IllegalArgumentException} when it is off the grid. */
    public Quantity quantity(BigDecimal exact) {
        var parts = exact.divideAndRemainder(stepSize);
        if (parts[1].signum() != 0) {
            throw new IllegalArgumentException("quantity must be a multiple of " + stepSize.toPlainString() + ", was "
                    + exact.toPlainString() + "; nearest legal is " + text(floor(exact)));
        }
        return new Quantity(parts[0].longValueExact());
    }

    /** A size rounded down to a step. */
    public Quantity floor(BigDecimal wanted) {
        return new Quantity(count(wanted, stepSize, RoundingMode.FLOOR));
    }

    /** Another trader's size: rounded down, but never to nothing. */
    public Quantity observed(BigDecimal wire) {
        var floor = floor(wire);
        return floor.isZero() && wire.signum() > 0 ? new Quantity(1) : floor;
    }

    /** The smallest order this market takes, in whole steps. */
    public Quantity smallest() {
        return new Quantity(
                minQuantity.divide(stepSize, 0, RoundingMode.CEILING).longValueExact());
    }

    /** What of a size one order may have. */
    public Quantity atMost(Quantity wanted) {
        var most = limits.maxQuantity();
        return most == null || decimal(wanted).compareTo(most) <= 0 ? wanted : floor(most);
    }

    /** The exact decimal of a price, with the tick's number of decimals. */
    public BigDecimal decimal(Price price) {
        return times(tickSize, price.ticks());
    }

    /** The exact decimal of a size in base units, with the step's number of decimals. */
    public BigDecimal decimal(Quantity quantity) {
        return times(stepSize, quantity.steps());
    }

    /** How often a grid goes into a number. Most grids are powers of ten: then nothing has to be divided by them. */
    private static long count(BigDecimal number, BigDecimal grid, RoundingMode rounding) {
        return grid.unscaledValue().equals(BigInteger.ONE)
                ? number.setScale(grid.scale(), rounding).unscaledValue().longValueExact()
                : number.divide(grid, 0, rounding).longValueExact();
    }

    /** The exact product, which prices and sizes are asked for more often than for anything else. */
    private static BigDecimal times(BigDecimal grid, long count) {
        var unit = grid.unscaledValue();
        return unit.bitLength() < SMALL_BITS && count <= Integer.MAX_VALUE
                ? BigDecimal.valueOf(unit.longValue() * count, grid.scale())
                : grid.multiply(BigDecimal.valueOf(count));
    }

    /** The price as the wire and the screen spell it: plain, never {@code 1E-9}. */
    public String text(Price price) {
        return decimal(price).toPlainString();
    }

    /** The size as the wire and the screen spell it: plain, never {@code 1E+4}. */
    public String text(Quantity quantity) {
        return decimal(quantity).toPlainString();
    }

    /** A price of any grid, plain, with the tick's number of decimals or more. */
    public String textOfPrice(BigDecimal exact) {
        return text(exact, tickSize);
    }

    /** A size of any grid, plain, with the step's number of decimals or more. */
    public String textOfQuantity(BigDecimal exact) {
        return text(exact, stepSize);
    }

    private static String text(BigDecimal exact, BigDecimal grid) {
        var shortest = exact.stripTrailingZeros();
        return shortest.setScale(Math.max(shortest.scale(), Math.max(grid.scale(), 0)))
                .toPlainString();
    }

    /** Price times size, exact, in the quote asset. */
    public BigDecimal notional(Price price, Quantity quantity) {
        return decimal(price).multiply(decimal(quantity));
    }

    /**
     * How many decimals an amount of the quote asset is shown with: as many as usual, more when it would read as
     * (nearly) nothing and the asset counts in smaller parts, as bitcoin does.
     */
    public int decimals(BigDecimal amount, int usual) {
        var finest = tickSize.multiply(stepSize).stripTrailingZeros().scale() - FINEST_AS_USUAL;
        var exact = amount.stripTrailingZeros();
        var telling = exact.scale() - exact.precision() + SIGNIFICANT;
        return exact.signum() == 0 ? usual : Math.max(usual, Math.min(telling, usual + Math.max(finest, 0)));
    }

    /** Halfway between two prices, exact. */
    public BigDecimal mid(Price bid, Price ask) {
        var sum = decimal(bid).add(decimal(ask));
        var halved = sum.unscaledValue().testBit(0) ? sum.setScale(sum.scale() + 1) : sum;
        return new BigDecimal(halved.unscaledValue().shiftRight(1), halved.scale());
    }
}
