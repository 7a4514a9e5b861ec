package makerdeck.backpack.client.base;

import static makerdeck.backpack.client.base.WireFields.decimal;
import static makerdeck.backpack.client.base.WireFields.present;

import java.math.BigDecimal;
import makerdeck.backpack.wire.Account;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Markets;
import makerdeck.domain.Fees;
import makerdeck.domain.Limits;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What the venue lets this account do on this market.
 *
 * @param lends whether idle funds leave the balances for the lending pool
 */
public record MarketRules(Market market, Fees fees, boolean lends) {

    /** The part that belongs to the account. */
    public record Terms(Fees fees, boolean lends) {

        /** In basis points. */
        private static final int LEAST_FEE = -100;

        private static final int MOST_FEE = 1000;

        public static Terms decode(Codec codec, String body) throws MalformedMessageException, DecodeException {
            var wire = codec.decode(Account.Summary.class, body);
            var fees = new Fees(
                    decimal(wire.spotMakerFee(), "spotMakerFee", LEAST_FEE, MOST_FEE),
                    decimal(wire.spotTakerFee(), "spotTakerFee", LEAST_FEE, MOST_FEE));
            return new Terms(fees, Boolean.TRUE.equals(wire.autoLend()));
        }
    }

    public static Market market(Codec codec, String body) throws MalformedMessageException, DecodeException {
        var wire = codec.decode(Markets.MarketInfo.class, body);
        if (!"SPOT".equals(wire.marketType())) {
            throw new DecodeException(Message.of("client.unreadable.not-spot", wire.marketType()));
        }
        var filters = present(wire.filters(), "filters");
        var price = present(filters.price(), "filters.price");
        var quantity = present(filters.quantity(), "filters.quantity");
        try {
            return new Market(
                    present(wire.symbol(), "symbol"),
                    present(wire.baseSymbol(), "baseSymbol"),
                    present(wire.quoteSymbol(), "quoteSymbol"),
                    decimal(price.tickSize(), "tickSize"),
                    decimal(quantity.stepSize(), "stepSize"),
                    decimal(quantity.minQuantity(), "minQuantity"),
                    optional(price.minMultiplier(), "minMultiplier"),
                    optional(price.maxMultiplier(), "maxMultiplier"),
                    new Limits(
                            optional(price.minPrice(), "minPrice"),
                            optional(price.maxPrice(), "maxPrice"),
                            optional(quantity.maxQuantity(), "maxQuantity")),
                    state(present(wire.orderBookState(), "orderBookState")));
        } catch (IllegalArgumentException e) {
            throw new DecodeException(Message.plain(String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable BigDecimal optional(@Nullable String text, String name) throws DecodeException {
        return text == null ? null : decimal(text, name);
    }

    private static MarketState state(String text) {
        return switch (text) {
            case "Open" -> MarketState.OPEN;
            case "CancelOnly" -> MarketState.CANCEL_ONLY;
            case "LimitOnly" -> MarketState.LIMIT_ONLY;
            case "PostOnly" -> MarketState.POST_ONLY;
            // A state that nobody has told us of is no time to trade.
            default -> MarketState.CLOSED;
        };
    }
}
