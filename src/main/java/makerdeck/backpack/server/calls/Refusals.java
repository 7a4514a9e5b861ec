package makerdeck.backpack.server.calls;

import makerdeck.backpack.server.base.Answer;
import makerdeck.simulator.model.RejectReason;

/** How the exchange's refusals are told to a client. */
final class Refusals {

    private Refusals() {}

    static Answer answer(RejectReason why) {
        return switch (why) {
            case MARKET_NOT_OPEN -> Answer.error(400, "TRADING_PAUSED", "Trading is paused on this market");
            case PRICE_MISSING -> Answer.invalid("Limit orders must have a price");
            case QUANTITY_MISSING -> Answer.invalid("Orders must have a quantity");
            case PRICE_DECIMALS -> Answer.invalid("Price decimal too long");
            case PRICE_BAND -> Answer.error(400, "INVALID_PRICE", "Price is too far from the last active price");
            case QUANTITY_DECIMALS -> Answer.invalid("Quantity decimal too long");
            case QUANTITY_BELOW_MINIMUM -> Answer.invalid("Quantity is below the minimum allowed value");
            case QUANTITY_TOO_LARGE ->
                Answer.error(400, "INVALID_QUANTITY", "Quantity is above the maximum allowed value");
            case POST_ONLY_NOT_RESTING ->
                Answer.error(400, "INVALID_ORDER", "Post only orders must be GTC limit orders");
            case POST_ONLY_WOULD_TAKE -> Answer.error(400, "INVALID_ORDER", "Order would immediately match and take");
            case FOK_UNFILLED ->
                Answer.error(400, "INVALID_ORDER", "Fill or kill order would not complete fill immediately");
            case NO_LIQUIDITY -> Answer.error(400, "INVALID_ORDER", "No liquidity for market order");
            case INSUFFICIENT_FUNDS -> Answer.error(400, "INSUFFICIENT_FUNDS", "Insufficient funds");
            case LENT ->
                Answer.error(400, "BORROW_REQUIRES_LEND_REDEEM", "Borrowing requires lent funds to be redeemed");
            case POOL_SHORT -> Answer.error(400, "INSUFFICIENT_SUPPLY", "Insufficient supply in the lending pool");
            case DUPLICATE_CLIENT_ID -> Answer.invalid("Client ID is already used by an open order");
            case TOO_MANY_ORDERS -> Answer.error(400, "ORDER_LIMIT", "Too many open orders");
        };
    }
}
