package makerdeck.backpack.wire;

import org.jspecify.annotations.Nullable;

/** Requests and answers about orders and fills. Decimals are text; ids are opaque text. */
public final class Orders {

    private Orders() {}

    /** Asks for an order. Sides are Bid and Ask, types Limit and Market. */
    public record Execute(
            @Nullable Boolean autoBorrow,
            @Nullable Boolean autoBorrowRepay,
            @Nullable Boolean autoLend,
            @Nullable Boolean autoLendRedeem,
            @Nullable Long clientId,
            @Nullable String orderType,
            @Nullable Boolean postOnly,
            @Nullable String price,
            @Nullable String quantity,
            @Nullable String quoteQuantity,
            @Nullable Boolean reduceOnly,
            @Nullable String selfTradePrevention,
            @Nullable String side,
            @Nullable String symbol,
            @Nullable String timeInForce) {}

    /** Cancels one order: exactly one of the two ids. */
    public record Cancel(
            @Nullable Long clientId,
            @Nullable String orderId,
            @Nullable String symbol) {}

    /** Cancels every order of one market. */
    public record CancelAll(
            @Nullable String orderType, @Nullable String symbol) {}

    /**
     * An order as execute, cancel and the open-order queries answer it.
     *
     * @param createdAt milliseconds
     */
    public record Order(
            @Nullable Long clientId,
            @Nullable Long createdAt,
            @Nullable String executedQuantity,
            @Nullable String executedQuoteQuantity,
            @Nullable String id,
            @Nullable String orderType,
            @OmitNull @Nullable Boolean postOnly,
            @OmitNull @Nullable String price,
            @Nullable String quantity,
            @OmitNull @Nullable String quoteQuantity,
            @Nullable Boolean reduceOnly,
            @Nullable String relatedOrderId,
            @Nullable String selfTradePrevention,
            @Nullable String side,
            @Nullable String status,
            @Nullable String stopLossLimitPrice,
            @Nullable String stopLossTriggerBy,
            @Nullable String stopLossTriggerPrice,
            @Nullable String strategyId,
            @Nullable String symbol,
            @Nullable String takeProfitLimitPrice,
            @Nullable String takeProfitTriggerBy,
            @Nullable String takeProfitTriggerPrice,
            @Nullable String timeInForce,
            @Nullable String triggerBy,
            @Nullable String triggerPrice,
            @Nullable String triggerQuantity,
            @Nullable String triggeredAt) {}

    /** One row of a batch answer: {@code order} when the operation is Ok, else {@code error}. */
    public record BatchRow(
            @Nullable String operation,
            @Nullable Order order,
            @Nullable ApiError error) {}

    /** An order in the history; {@code createdAt} is ISO without a zone, in UTC. */
    public record HistoryOrder(
            @Nullable Long clientId,
            @Nullable String createdAt,
            @Nullable String executedQuantity,
            @Nullable String executedQuoteQuantity,
            @Nullable String expiryReason,
            @Nullable String id,
            @Nullable String orderType,
            @OmitNull @Nullable Boolean postOnly,
            @OmitNull @Nullable String price,
            @Nullable String quantity,
            @Nullable String quoteQuantity,
            @Nullable String selfTradePrevention,
            @Nullable String side,
            @Nullable String slippageTolerance,
            @Nullable String slippageToleranceType,
            @Nullable String status,
            @Nullable String stopLossLimitPrice,
            @Nullable String stopLossTriggerBy,
            @Nullable String stopLossTriggerPrice,
            @Nullable String strategyId,
            @Nullable String symbol,
            @Nullable String systemOrderType,
            @Nullable String takeProfitLimitPrice,
            @Nullable String takeProfitTriggerBy,
            @Nullable String takeProfitTriggerPrice,
            @Nullable String timeInForce,
            @Nullable String triggerBy,
            @Nullable String triggerPrice,
            @Nullable String triggerQuantity) {}

    /** A fill in the history; here the client id is text and the time ISO without a zone, in UTC. */
    public record Fill(
            @Nullable String clientId,
            @Nullable String fee,
            @Nullable String feeSymbol,
            @Nullable Boolean isMaker,
            @Nullable String orderId,
            @Nullable String price,
            @Nullable String quantity,
            @Nullable String side,
            @Nullable String symbol,
            @Nullable String systemOrderType,
            @Nullable String timestamp,
            @Nullable Long tradeId) {}
}
