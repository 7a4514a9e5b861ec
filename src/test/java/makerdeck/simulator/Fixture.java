package makerdeck.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import makerdeck.domain.ClientId;

/** Markets and accounts for tests. */
final class Fixture {

    /** A midnight. */
    static final long START = 1_700_006_400_000_000_000L;

    static final ListedMarket SOL = ListedMarkets.find("SOL_USDC").orElseThrow();

    private Fixture() {}

    static ExchangeSettings settings(MarketSource source, long seed) {
        return new ExchangeSettings(SOL, SOL.startPrice(), source, seed, START, Duration.ZERO);
    }

    /** A SOL market at 150 where only accounts trade. */
    static Exchange quiet(ExchangeListener listener) {
        return new Exchange(settings(new MarketSource.Nobody(), 1), listener);
    }

    static AccountId account(Exchange exchange, String base, String quote) {
        return exchange.open(Map.of("SOL", decimal(base), "USDC", decimal(quote)), ExchangeSettings.STANDARD_FEES);
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    static ClientId client(long id) {
        return new ClientId(id);
    }

    static OrderView accepted(Placement placement) {
        if (placement instanceof Placement.Accepted accepted) {
            return accepted.order();
        }
        throw new AssertionError("expected an accepted order, was " + placement);
    }

    static Refusal refused(Placement placement) {
        if (placement instanceof Placement.Refused refused) {
            return refused.why();
        }
        throw new AssertionError("expected a refusal, was " + placement);
    }
}
