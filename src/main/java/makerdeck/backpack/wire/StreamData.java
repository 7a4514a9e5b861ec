package makerdeck.backpack.wire;

import com.squareup.moshi.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a socket frame carries. Times are microseconds of the Unix epoch; decimals are text. */
public sealed interface StreamData
        permits StreamData.BookTicker,
                StreamData.Depth,
                StreamData.Trade,
                StreamData.Kline,
                StreamData.Ticker,
                StreamData.BalanceUpdate,
                OrderUpdate {

    /** Best bid and ask; both members of an empty side are null. */
    record BookTicker(
            @Json(name = "A") @KeepNull @Nullable String askQuantity,
            @Json(name = "B") @KeepNull @Nullable String bidQuantity,
            @Json(name = "E") @Nullable Long eventTime,
            @Json(name = "T") @Nullable Long engineTime,
            @Json(name = "a") @KeepNull @Nullable String ask,
            @Json(name = "b") @KeepNull @Nullable String bid,
            @Json(name = "e") @Nullable String event,
            @Json(name = "s") @Nullable String symbol,
            @Json(name = "u") @Nullable Long updateId)
            implements StreamData {}

    /** Changed levels as [price, absolute quantity]; quantity zero deletes; either side may be empty. */
    record Depth(
            @Json(name = "E") @Nullable Long eventTime,
            @Json(name = "T") @Nullable Long engineTime,
            @Json(name = "U") @Nullable Long firstUpdateId,
            @Json(name = "a") @Nullable List<List<String>> asks,
            @Json(name = "b") @Nullable List<List<String>> bids,
            @Json(name = "e") @Nullable String event,
            @Json(name = "s") @Nullable String symbol,
            @Json(name = "u") @Nullable Long lastUpdateId)
            implements StreamData {}

    /** A public trade; {@code buyerIsMaker} means that the taker sold. */
    record Trade(
            @Json(name = "E") @Nullable Long eventTime,
            @Json(name = "T") @Nullable Long engineTime,
            @Json(name = "a") @Nullable String sellerOrderId,
            @Json(name = "b") @Nullable String buyerOrderId,
            @Json(name = "e") @Nullable String event,
            @Json(name = "m") @Nullable Boolean buyerIsMaker,
            @Json(name = "p") @Nullable String price,
            @Json(name = "q") @Nullable String quantity,
            @Json(name = "s") @Nullable String symbol,
            @Json(name = "t") @Nullable Long tradeId)
            implements StreamData {}

    /** A candle; its interval stands only in the stream's name, its times are ISO without a zone. */
    record Kline(
            @Json(name = "E") @Nullable Long eventTime,
            @Json(name = "T") @Nullable String end,
            @Json(name = "X") @Nullable Boolean closed,
            @Json(name = "c") @Nullable String close,
            @Json(name = "e") @Nullable String event,
            @Json(name = "h") @Nullable String high,
            @Json(name = "l") @Nullable String low,
            @Json(name = "n") @Nullable Long trades,
            @Json(name = "o") @Nullable String open,
            @Json(name = "s") @Nullable String symbol,
            @Json(name = "t") @Nullable String start,
            @Json(name = "v") @Nullable String volume)
            implements StreamData {}

    /** The last day in six numbers. */
    record Ticker(
            @Json(name = "E") @Nullable Long eventTime,
            @Json(name = "V") @Nullable String quoteVolume,
            @Json(name = "c") @Nullable String last,
            @Json(name = "e") @Nullable String event,
            @Json(name = "h") @Nullable String high,
            @Json(name = "l") @Nullable String low,
            @Json(name = "n") @Nullable Long trades,
            @Json(name = "o") @Nullable String first,
            @Json(name = "s") @Nullable String symbol,
            @Json(name = "v") @Nullable String volume)
            implements StreamData {}

    /** One asset of the account, as absolute amounts. */
    record BalanceUpdate(
            @Json(name = "A") @Nullable String available,
            @Json(name = "E") @Nullable Long eventTime,
            @Json(name = "L") @Nullable String locked,
            @Json(name = "S") @Nullable String staked,
            @Json(name = "T") @Nullable Long engineTime,
            @Json(name = "a") @Nullable String asset,
            @Json(name = "e") @Nullable String event)
            implements StreamData {}
}
