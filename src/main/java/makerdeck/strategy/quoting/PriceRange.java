package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import java.util.Optional;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** Where a market takes orders: between its lowest and highest price, and within its band. */
public final class PriceRange {

    private PriceRange() {}

    /**
     * Why no order may have this price, empty when it may.
     *
     * @param last what the venue's band is taken around, as far as we know it
     */
    public static Optional<Message> refusal(Market market, BigDecimal last, Price price) {
        var exact = market.decimal(price);
        var limits = market.limits();
        if (price.ticks() <= 0) {
            return Optional.of(Message.of("strategy.range.zero", market.text(new Price(1))));
        }
        if (isBelow(exact, limits.minPrice())) {
            return Optional.of(Message.of("strategy.range.lowest", plain(limits.minPrice())));
        }
        if (isAbove(exact, limits.maxPrice())) {
            return Optional.of(Message.of("strategy.range.highest", plain(limits.maxPrice())));
        }
        if (isBelow(exact, times(last, market.bandLow()))) {
            return Optional.of(Message.of("strategy.range.band-low", plain(market.bandLow())));
        }
        return isAbove(exact, times(last, market.bandHigh()))
                ? Optional.of(Message.of("strategy.range.band-high", plain(market.bandHigh())))
                : Optional.empty();
    }

    private static @Nullable BigDecimal times(BigDecimal last, @Nullable BigDecimal fraction) {
        return fraction == null ? null : last.multiply(fraction);
    }

    private static boolean isBelow(BigDecimal price, @Nullable BigDecimal limit) {
        return limit != null && price.compareTo(limit) < 0;
    }

    private static boolean isAbove(BigDecimal price, @Nullable BigDecimal limit) {
        return limit != null && price.compareTo(limit) > 0;
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
