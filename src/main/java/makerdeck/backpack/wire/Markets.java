package makerdeck.backpack.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers of the public REST calls. Decimals are text. */
public final class Markets {

    private Markets() {}

    /** One market and its rules. */
    public record MarketInfo(
            @Nullable String baseSymbol,
            @Nullable String createdAt,
            @Nullable Filters filters,
            @Nullable Long fundingInterval,
            @Nullable String fundingRateLowerBound,
            @Nullable String fundingRateUpperBound,
            @Nullable Object imfFunction,
            @Nullable String marketType,
            @Nullable Object mmfFunction,
            @Nullable String openInterestLimit,
            @Nullable String orderBookState,
            @Nullable Object positionLimitWeight,
            @Nullable String quoteSymbol,
            @Nullable String rwaMarketType,
            @Nullable String symbol,
            @Nullable Boolean visible) {}

    /** What an order must obey. */
    public record Filters(
            @Nullable PriceFilter price, @Nullable QuantityFilter quantity) {}

    /** Multipliers are fractions of the last active price. */
    public record PriceFilter(
            @Nullable String borrowEntryFeeMaxMultiplier,
            @Nullable String borrowEntryFeeMinMultiplier,
            @Nullable Object discoveryBoundBand,
            @Nullable String maxImpactMultiplier,
            @Nullable String maxMultiplier,
            @Nullable String maxPrice,
            @Nullable String maxPriceUpdateMultiplier,
            @Nullable Band meanMarkPriceBand,
            @Nullable Object meanPremiumBand,
            @Nullable String minImpactMultiplier,
            @Nullable String minMultiplier,
            @Nullable String minPrice,
            @Nullable String minPriceUpdateMultiplier,
            @Nullable String tickSize) {}

    /** A pair of multipliers. */
    public record Band(
            @Nullable String maxMultiplier, @Nullable String minMultiplier) {}

    /** Sizes in the base asset. */
    public record QuantityFilter(
            @Nullable String maxQuantity,
            @Nullable String minQuantity,
            @Nullable String stepSize) {}

    /**
     * The book at one moment, as [price, quantity].
     *
     * @param asks ascending: the best is the first
     * @param bids ascending too: the best is the last
     * @param timestamp microseconds
     */
    public record DepthSnapshot(
            @Nullable List<List<String>> asks,
            @Nullable List<List<String>> bids,
            @Nullable String lastUpdateId,
            @Nullable Long timestamp) {}

    /** The last day or week; {@code priceChangePercent} is a fraction and may be {@code N/A}. */
    public record Ticker(
            @Nullable String firstPrice,
            @Nullable String high,
            @Nullable String lastPrice,
            @Nullable String low,
            @Nullable String priceChange,
            @Nullable String priceChangePercent,
            @Nullable String quoteVolume,
            @Nullable String symbol,
            @Nullable String trades,
            @Nullable String volume) {}

    /** A public trade; its timestamp is in milliseconds. Lists of them run newest first. */
    public record Trade(
            @Nullable Long id,
            @Nullable Boolean isBuyerMaker,
            @Nullable String price,
            @Nullable String quantity,
            @Nullable String quoteQuantity,
            @Nullable Long timestamp) {}

    /** A candle; prices are null when nothing traded, times are {@code 2026-09-01 16:52:00} in UTC. */
    public record Kline(
            @Nullable String close,
            @Nullable String end,
            @Nullable String high,
            @Nullable String low,
            @Nullable String open,
            @Nullable String quoteVolume,
            @Nullable String start,
            @Nullable String trades,
            @Nullable String volume) {}

    /** Ok or Maintenance. */
    public record Status(@Nullable String message, @Nullable String status) {}

    /** An asset and the chains it lives on. */
    public record Asset(
            @Nullable String coingeckoId,
            @Nullable String displayName,
            @Nullable String symbol,
            @Nullable List<Token> tokens) {}

    /** An asset on one chain. */
    public record Token(
            @Nullable String blockchain,
            @Nullable String contractAddress,
            @Nullable Boolean depositEnabled,
            @Nullable String displayName,
            @Nullable String maximumWithdrawal,
            @Nullable String minimumDeposit,
            @Nullable String minimumWithdrawal,
            @Nullable String nativeDecimals,
            @Nullable Boolean withdrawEnabled,
            @Nullable String withdrawalFee) {}
}
