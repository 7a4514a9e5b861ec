package makerdeck.laboratory.sweep;

import java.util.List;
import java.util.function.LongFunction;
import makerdeck.laboratory.model.RunFill;
import makerdeck.laboratory.model.RunResult;
import makerdeck.laboratory.model.RunSettings;
import makerdeck.laboratory.model.Strategy;
import makerdeck.laboratory.run.VirtualRun;
import makerdeck.simulator.model.MarketSource;
import makerdeck.strategy.parameters.Parameters;

/** The desk itself in virtual time. Immutable; any thread. */
public final class DeskTrial implements Trial {

    private static final int EDGE_SECONDS = 30;

    private final LongFunction<RunSettings> market;

    private DeskTrial(LongFunction<RunSettings> market) {
        this.market = market;
    }

    /**
     * On simulated traders a seed is their dice; of recorded files it is the number of one, from 1 on: each of them is a
     * market of its own, on which the desk starts afresh.
     *
     * @param base whose desk and market are replaced
     */
    public static DeskTrial of(RunSettings base) {
        return base.source() instanceof MarketSource.Recording recording
                ? new DeskTrial(number -> base.with(new MarketSource.Recording(
                        List.of(recording.files().get((int) number - 1)), recording.queue(), recording.speed())))
                : new DeskTrial(base::with);
    }

    @Override
    public Figures run(Parameters parameters, long seed) {
        var result = VirtualRun.of(market.apply(seed).with(new Strategy.Desk(parameters)));
        return new Figures(
                result.alphaPerHour(),
                edge(result),
                result.fillsPerHour(),
                result.money().drawdown().doubleValue(),
                result.halt().isPresent());
    }

    /** Of the quotes, each fill alike. */
    private static double edge(RunResult result) {
        return result.fills().stream()
                .filter(fill -> fill.layer() > 0)
                .map((RunFill fill) -> fill.markoutBp(EDGE_SECONDS))
                .filter(markout -> markout.isPresent())
                .mapToDouble(markout -> markout.getAsDouble())
                .average()
                .orElse(Double.NaN);
    }
}
