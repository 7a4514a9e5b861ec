package makerdeck.backpack.wire;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of the account's orders. Only the trade id is spelled {@code null} when absent;
 * everything else absent is left out. Stop and trigger members are not part of spot market making.
 *
 * @param event orderAccepted, orderFill, orderCancelled, orderExpired, or something new
 * @param executedQuantity cumulative: trust it over the sum of the last fills
 * @param expiryReason spelling varies on the wire: compare ignoring case and underscores
 * @param expiryReasonOldName the same under the name other recordings show
 */
public record OrderUpdate(
        @Json(name = "E") @Nullable Long eventTime,
        @Json(name = "L") @Nullable String lastPrice,
        @Json(name = "N") @Nullable String feeAsset,
        @Json(name = "O") @Nullable String origin,
        @Json(name = "Q") @Nullable String quoteQuantity,
        @Json(name = "R") @Nullable String expiryReason,
        @Json(name = "S") @Nullable String side,
        @Json(name = "T") @Nullable Long engineTime,
        @Json(name = "V") @Nullable String selfTradePrevention,
        @Json(name = "X") @Nullable String status,
        @Json(name = "Z") @Nullable String executedQuoteQuantity,
        @Json(name = "c") @Nullable Long clientId,
        @Json(name = "e") @Nullable String event,
        @Json(name = "er") @Nullable String expiryReasonOldName,
        @Json(name = "f") @Nullable String timeInForce,
        @Json(name = "i") @Nullable String orderId,
        @Json(name = "l") @Nullable String lastQuantity,
        @Json(name = "m") @Nullable Boolean maker,
        @Json(name = "n") @Nullable String fee,
        @Json(name = "o") @Nullable String orderType,
        @Json(name = "p") @Nullable String price,
        @Json(name = "q") @Nullable String quantity,
        @Json(name = "r") @Nullable Boolean reduceOnly,
        @Json(name = "s") @Nullable String symbol,
        @Json(name = "t") @KeepNull @Nullable Long tradeId,
        @Json(name = "y") @Nullable Boolean postOnly,
        @Json(name = "z") @Nullable String executedQuantity)
        implements StreamData {}
