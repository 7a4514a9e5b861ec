package makerdeck.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import makerdeck.domain.ClientId;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarket;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.OrderView;
import makerdeck.simulator.model.Placement;
import makerdeck.simulator.model.RejectReason;

/** Markets and accounts for tests. */
public final class Fixture {

    /** A midnight. */
    public static final long START = 1_700_006_400_000_000_000L;

    public static final ListedMarket SOL = ListedMarkets.find("SOL_USDC").orElseThrow();

    private Fixture() {}

    public static ExchangeSettings settings(MarketSource source, long seed) {
        return new ExchangeSettings(SOL, SOL.startPrice(), source, seed, START, Duration.ZERO);
    }

    /** A SOL market at 150 where only accounts trade. */
    public static Exchange quiet(ExchangeListener listener) {
        return new Exchange(settings(new MarketSource.Nobody(), 1), listener);
    }

    public static AccountId account(Exchange exchange, String base, String quote) {
        return exchange.open(Map.of("SOL", decimal(base), "USDC", decimal(quote)), ExchangeSettings.STANDARD_FEES);
    }

    public static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    public static ClientId client(long id) {
        return new ClientId(id);
    }

    public static OrderView accepted(Placement placement) {
        if (placement instanceof Placement.Accepted accepted) {
            return accepted.order();
        }
        throw new AssertionError("expected an accepted order, was " + placement);
    }

    public static RejectReason refused(Placement placement) {
        if (placement instanceof Placement.Refused refused) {
            return refused.why();
        }
        throw new AssertionError("expected a refusal, was " + placement);
    }
}
