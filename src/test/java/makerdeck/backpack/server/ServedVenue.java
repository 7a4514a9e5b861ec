package makerdeck.backpack.server;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.domain.Fees;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;

/** Venues for tests, on a free port, with 20 SOL and 7000 USDC in every account. */
public final class ServedVenue {

    private ServedVenue() {}

    /** Only the accounts trade. */
    public static BackpackServer quiet() throws IOException {
        return open(new MarketSource.Nobody(), Clock.systemUTC(), ServerListener.NONE);
    }

    /** Simulated traders make the market. */
    public static BackpackServer busy() throws IOException {
        return open(new MarketSource.Agents(MarketPreset.DEMO), Clock.systemUTC(), ServerListener.NONE);
    }

    /** A quiet one on a port of the test's choice. */
    static BackpackServer onPort(int port) throws IOException {
        return open(port, new MarketSource.Nobody(), Clock.systemUTC(), ServerListener.NONE);
    }

    static BackpackServer open(MarketSource source, Clock clock, ServerListener listener) throws IOException {
        return open(0, source, clock, listener);
    }

    private static BackpackServer open(int port, MarketSource source, Clock clock, ServerListener listener)
            throws IOException {
        var market = new ExchangeSettings(
                ListedMarkets.find("SOL_USDC").orElseThrow(),
                new BigDecimal("150"),
                source,
                7,
                Duration.between(Instant.EPOCH, clock.instant()).toNanos(),
                Duration.ZERO);
        var settings = new ServerSettings(
                port,
                Map.of("SOL", new BigDecimal("20"), "USDC", new BigDecimal("7000")),
                new Fees(new BigDecimal("8"), new BigDecimal("10")));
        return BackpackServer.open(
                market, settings, new ServerRuntime(name -> Thread::new, clock, new SplittableRandom(7)), listener);
    }
}
