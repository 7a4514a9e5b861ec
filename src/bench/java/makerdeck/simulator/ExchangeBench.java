package makerdeck.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import makerdeck.domain.Side;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.OrderRequest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Orders of four accounts within 20 ticks of each other: checked, matched, settled, their depth told. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ExchangeBench {

    private static final int ORDERS = 10_000;
    private static final int ACCOUNTS = 4;
    private static final int OLDEST = 200;

    private final List<OrderRequest> orders = new ArrayList<>();

    @Setup
    public void orders() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < ORDERS; i++) {
            orders.add(OrderRequest.limit(
                    random.nextBoolean() ? Side.BID : Side.ASK,
                    BigDecimal.valueOf(15_000 + random.nextInt(-10, 11), 2),
                    BigDecimal.valueOf(random.nextInt(1, 100), 2)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(ORDERS)
    public Object submitted() {
        var exchange = new Exchange(
                new ExchangeSettings(
                        ListedMarkets.find("SOL_USDC").orElseThrow(),
                        new BigDecimal("150"),
                        new MarketSource.Nobody(),
                        1,
                        0,
                        Duration.ZERO),
                new ExchangeListener() {});
        var accounts = new ArrayList<AccountId>();
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(exchange.open(
                    Map.of("SOL", new BigDecimal("1000000"), "USDC", new BigDecimal("150000000")),
                    ExchangeSettings.STANDARD_FEES));
        }
        for (int i = 0; i < ORDERS; i++) {
            var account = accounts.get(i % ACCOUNTS);
            exchange.submit(account, orders.get(i));
            if (i % OLDEST == OLDEST - 1) {
                exchange.cancelAll(account);
            }
        }
        return exchange;
    }
}
