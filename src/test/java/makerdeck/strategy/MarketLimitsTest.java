package makerdeck.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import makerdeck.domain.Limits;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.strategy.quoting.Quote;
import makerdeck.strategy.quoting.Quoter;
import makerdeck.strategy.quoting.Quotes;
import makerdeck.strategy.quoting.Situation;
import makerdeck.strategy.quoting.Widening;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Quotes stay within the lowest and highest price and the largest size that the market takes. */
class MarketLimitsTest {

    private static Quotes quotes(@Nullable String min, @Nullable String max, @Nullable String most, String... set) {
        var limits = new Limits(
                min == null ? null : Sol.decimal(min),
                max == null ? null : Sol.decimal(max),
                most == null ? null : Sol.decimal(most));
        var cent = Sol.decimal("0.01");
        var market = new Market("SOL_USDC", "SOL", "USDC", cent, cent, cent, null, null, limits, MarketState.OPEN);
        var parameters = Sol.parameters(set);
        return Quoter.quotes(new Situation(
                market,
                Sol.FEES,
                parameters,
                Sol.BOOK,
                List.of(),
                Sol.AT_TARGET,
                OptionalDouble.empty(),
                Widening.NONE));
    }

    @Test
    void layersBeyondTheLowestPriceAreLeftOutWithTheReason() {
        var all = quotes(null, null, null, "layers", "3").bids().quotes();
        var second = Sol.MARKET.text(all.get(1).price());

        var bids = quotes(second, null, null, "layers", "3").bids();

        assertEquals(
                all.subList(0, 2).stream().map(Quote::price).toList(),
                bids.quotes().stream().map(Quote::price).toList());
        assertEquals("", Keys.of(bids.reason()));
        assertEquals("strategy.range.lowest[" + second + "]", Keys.of(bids.omitted()));
        assertEquals(
                "", Keys.of(quotes(second, null, null, "layers", "3").asks().omitted()));
    }

    @Test
    void aSideWhollyBeyondTheHighestPriceHasTheReason() {
        var asks = quotes(null, "100.01", null).asks();

        assertEquals(List.of(), asks.quotes());
        assertEquals("strategy.range.highest[100.01]", Keys.of(asks.reason()));
    }

    @Test
    void noQuoteIsLargerThanTheLargestOrder() {
        var ladder = quotes(null, null, "0.05", "quantity", "0.2");

        for (var side : Side.values()) {
            assertEquals(3, ladder.side(side).quotes().size());
            ladder.side(side)
                    .quotes()
                    .forEach(quote -> assertEquals(5, quote.quantity().steps()));
        }
    }
}
