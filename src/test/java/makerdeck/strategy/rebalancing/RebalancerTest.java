package makerdeck.strategy.rebalancing;

import static makerdeck.strategy.Sol.FEES;
import static makerdeck.strategy.Sol.MARKET;
import static makerdeck.strategy.Sol.balances;
import static makerdeck.strategy.Sol.decimal;
import static makerdeck.strategy.Sol.parameters;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.quoting.InventoryRatio;
import makerdeck.strategy.quoting.Touch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebalancerTest {

    /** Mid 100. */
    private static final Touch TOUCH = new Touch(MARKET.price(decimal("99.99")), MARKET.price(decimal("100.01")));

    /** 1000 USDC in all, base worth what is said. */
    private static Balances worth(String baseValue) {
        var value = decimal(baseValue);
        return balances(
                value.movePointLeft(2).toPlainString(),
                decimal("1000").subtract(value).toPlainString());
    }

    @ParameterizedTest
    @CsvSource({
        "450.01, true",
        "149.99, true",
        "450, false",
        "150, false",
        "300, false",
        "449.99, false",
        "150.01, false"
    })
    void triggersOnlyWhenOffByMoreThanTheThreshold(String baseValue, boolean triggered) {
        assertEquals(triggered, Rebalancer.isTriggered(parameters(), worth(baseValue), decimal("100")));
    }

    @Test
    void tooMuchBaseIsSold() {
        var plan = Rebalancer.plan(MARKET, FEES, parameters(), worth("450.01"), TOUCH)
                .orElseThrow();

        // 150.01 USDC too much is 1.5001 SOL, floored to a step
        assertEquals(Side.ASK, plan.side());
        assertEquals("1.50", MARKET.text(plan.quantity()));
        assertEquals("99.99", MARKET.text(plan.price()));
        assertEquals("USDC", plan.feeAsset());
        assertEquals(0, decimal("0.149985").compareTo(plan.fee()));
        assertEquals(decimal("45.001"), plan.before().setScale(3, RoundingMode.UNNECESSARY));
        assertEquals(decimal("30.001"), plan.after().setScale(3, RoundingMode.UNNECESSARY));
        assertEquals("strategy.plan.sell[1.50, SOL, 99.99, 0.15, USDC, 45.0, 30.0]", Keys.of(plan.text(MARKET)));
    }

    @Test
    void tooLittleBaseIsBought() {
        var plan = Rebalancer.plan(MARKET, FEES, parameters(), worth("149.99"), TOUCH)
                .orElseThrow();

        assertEquals(Side.BID, plan.side());
        assertEquals("1.50", MARKET.text(plan.quantity()));
        assertEquals("100.01", MARKET.text(plan.price()));
        assertEquals("SOL", plan.feeAsset());
        assertEquals(0, decimal("0.0015").compareTo(plan.fee()));
        assertEquals("strategy.plan.buy[1.50, SOL, 100.01, 0.0015, SOL, 15.0, 30.0]", Keys.of(plan.text(MARKET)));
    }

    @Test
    void whatWasAgreedToIsNeitherExceededNorTurnedRound() {
        var large =
                Rebalancer.plan(MARKET, FEES, parameters(), worth("500"), TOUCH).orElseThrow();
        var small =
                Rebalancer.plan(MARKET, FEES, parameters(), worth("400"), TOUCH).orElseThrow();
        var purchase = Rebalancer.plan(MARKET, FEES, parameters(), worth("149.99"), TOUCH)
                .orElseThrow();

        var less = small.agreed(large).orElseThrow();

        assertEquals(Optional.of(small), large.agreed(small));
        assertEquals(small.quantity(), less.quantity());
        assertEquals(large.budget(), less.budget());
        assertEquals(Optional.of(large), large.agreed(large));
        assertEquals(Optional.empty(), purchase.agreed(large));
    }

    @Test
    void itsBudgetIsWhatItCostsAtTheWorstPriceItAccepts() {
        var sale = Rebalancer.plan(MARKET, FEES, parameters(), worth("450.01"), TOUCH)
                .orElseThrow()
                .budget();
        var purchase = Rebalancer.plan(MARKET, FEES, parameters(), worth("149.99"), TOUCH)
                .orElseThrow()
                .budget();

        // 1.50 SOL at 99.90: 0.10 below mid each, and 10 bp of 149.85
        assertEquals("99.90", MARKET.text(sale.limit()));
        assertEquals(0, decimal("149.85").compareTo(sale.value()));
        assertEquals(0, decimal("0.29985").compareTo(sale.cost()));
        // 1.50 SOL at 100.11: 0.11 above mid each, and 10 bp of 150.165
        assertEquals(0, decimal("150.165").compareTo(purchase.value()));
        assertEquals(0, decimal("0.315165").compareTo(purchase.cost()));
    }

    @ParameterizedTest
    @CsvSource({"301.00, true", "300.99, false", "299.00, true", "299.01, false", "300, false"})
    void lessThanTheMarketsMinimumIsNoTrade(String baseValue, boolean planned) {
        assertEquals(
                planned,
                Rebalancer.plan(MARKET, FEES, parameters(), worth(baseValue), TOUCH)
                        .isPresent());
    }

    @Test
    void fundsInOpenOrdersAreTradedAndLentOnesOnlyIfTheyMayBeTakenBack() {
        var mostlyLent = new Balances(
                new Balance(decimal("0.3"), decimal("0.2"), decimal("6.5")),
                new Balance(decimal("300"), BigDecimal.ZERO, BigDecimal.ZERO));

        assertEquals("4.00", quantity(parameters(), mostlyLent));
        assertEquals("0.50", quantity(parameters().with(Map.of("lend", "never")), mostlyLent));
    }

    private static String quantity(Parameters parameters, Balances balances) {
        return MARKET.text(Rebalancer.plan(MARKET, FEES, parameters, balances, TOUCH)
                .orElseThrow()
                .quantity());
    }

    @Test
    void aPurchaseCanBePaidAtTheWorstPriceItMayGet() {
        var mostlyLent = new Balances(
                new Balance(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
                new Balance(decimal("60.11"), decimal("40"), decimal("900")));

        // worst price 100.11
        assertEquals("1.00", quantity(parameters().with(Map.of("lend", "never")), mostlyLent));
    }

    @Test
    void aTakerPaysAtMostATenthOfAPercentMore() {
        assertEquals("100.11", MARKET.text(Rebalancer.takerLimit(MARKET, Side.BID, TOUCH)));
        assertEquals("99.90", MARKET.text(Rebalancer.takerLimit(MARKET, Side.ASK, TOUCH)));
    }

    @Test
    void nothingHeldIsNothingToDo() {
        var nothing = new Balances(Balance.ZERO, Balance.ZERO);

        assertFalse(Rebalancer.isTriggered(parameters(), nothing, decimal("100")));
        assertEquals(Optional.empty(), Rebalancer.plan(MARKET, FEES, parameters(), nothing, TOUCH));
        assertEquals(0, InventoryRatio.of(nothing, decimal("100")).ratio().signum());
    }
}
