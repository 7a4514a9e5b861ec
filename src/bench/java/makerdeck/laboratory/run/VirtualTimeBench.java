package makerdeck.laboratory.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import makerdeck.laboratory.model.RunSettings;
import makerdeck.laboratory.model.Strategy;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.strategy.parameters.Parameters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Virtual seconds of the market {@code normal} that pass in a second, with both compilers, as a backtest has them. */
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:TieredStopAtLevel=4"})
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class VirtualTimeBench {

    private static final int SECONDS = 1800;

    /** The desk as it comes, or somebody who holds what he has: the exchange alone. */
    @Param({"desk", "hold"})
    String trader;

    private long seed;

    @Benchmark
    @OperationsPerInvocation(SECONDS)
    public Object normal() {
        return VirtualRun.of(new RunSettings(
                ListedMarkets.find("SOL_USDC").orElseThrow(),
                new MarketSource.Agents(MarketPreset.NORMAL),
                ++seed,
                Duration.ofSeconds(SECONDS),
                trader.equals("desk") ? new Strategy.Desk(Parameters.defaults()) : new Strategy.Hold()));
    }
}
