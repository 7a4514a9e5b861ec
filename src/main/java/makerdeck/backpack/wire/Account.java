package makerdeck.backpack.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers about the account. Decimals are text. */
public final class Account {

    private Account() {}

    /** One asset of {@code /capital}; {@code available} excludes {@code locked}. */
    public record Balance(
            @Nullable String available,
            @Nullable String locked,
            @Nullable String staked) {}

    /** The account's switches and limits; fees are in basis points, negative for a rebate. */
    public record Summary(
            @Nullable Boolean autoBorrowSettlements,
            @Nullable Boolean autoLend,
            @Nullable Boolean autoRealizePnl,
            @Nullable Boolean autoRepayBorrows,
            @Nullable String borrowLimit,
            @Nullable String futuresMakerFee,
            @Nullable String futuresTakerFee,
            @Nullable String leverageLimit,
            @Nullable Integer limitOrders,
            @Nullable Boolean liquidating,
            @Nullable String positionLimit,
            @Nullable String spotMakerFee,
            @Nullable String spotTakerFee,
            @Nullable Integer triggerOrders) {}

    /** All assets as collateral. */
    public record Collateral(
            @Nullable String assetsValue,
            @Nullable String borrowLiability,
            @Nullable List<CollateralRow> collateral,
            @Nullable String imf,
            @Nullable String liabilitiesValue,
            @Nullable String marginFraction,
            @Nullable String mmf,
            @Nullable String netEquity,
            @Nullable String netEquityAvailable,
            @Nullable String netEquityLocked,
            @Nullable String netExposureFutures,
            @Nullable String pnlUnrealized,
            @Nullable String unsettledEquity) {}

    /** One asset as collateral. */
    public record CollateralRow(
            @Nullable String assetMarkPrice,
            @Nullable String availableQuantity,
            @Nullable String balanceNotional,
            @Nullable String collateralValue,
            @Nullable String collateralWeight,
            @Nullable String lendQuantity,
            @Nullable String openOrderQuantity,
            @Nullable String symbol,
            @Nullable String totalQuantity) {}

    /** What is lent (positive) or borrowed (negative) of one asset. */
    public record LendPosition(
            @Nullable String netQuantity, @Nullable String symbol) {}

    /** Switches of the account to be set; those left out stay as they are. */
    public record Update(
            @OmitNull @Nullable Boolean autoBorrowSettlements,
            @OmitNull @Nullable Boolean autoLend,
            @OmitNull @Nullable Boolean autoRepayBorrows,
            @OmitNull @Nullable String leverageLimit) {}

    /**
     * One payment of interest. From the exchange's OpenAPI description ({@code InterestPayment}); clients in the field
     * read the same members.
     *
     * @param interval in milliseconds
     * @param paymentType EntryFee, Borrow, Lend, UnrealizedPositivePnl or UnrealizedNegativePnl
     * @param symbol the asset
     * @param timestamp ISO without a zone, in UTC
     */
    public record InterestPayment(
            @Nullable String interestRate,
            @Nullable Long interval,
            @Nullable String marketSymbol,
            @Nullable String paymentType,
            @Nullable String positionId,
            @Nullable String quantity,
            @Nullable String symbol,
            @Nullable String timestamp) {}

    /** How large an order the account could place now. */
    public record OrderLimit(
            @Nullable Boolean autoBorrow,
            @Nullable Boolean autoBorrowRepay,
            @Nullable Boolean autoLendRedeem,
            @Nullable String maxOrderQuantity,
            @Nullable String price,
            @Nullable Boolean reduceOnly,
            @Nullable String side,
            @Nullable String symbol) {}
}
