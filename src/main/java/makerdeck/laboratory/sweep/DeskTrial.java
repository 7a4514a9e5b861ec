package makerdeck.laboratory.sweep;

import makerdeck.laboratory.model.RunFill;
import makerdeck.laboratory.model.RunResult;
import makerdeck.laboratory.model.RunSettings;
import makerdeck.laboratory.model.Strategy;
import makerdeck.laboratory.run.VirtualRun;
import makerdeck.strategy.parameters.Parameters;

/**
 * The desk itself in virtual time. Immutable; any thread.
 *
 * @param base whose desk and seed are replaced
 */
public record DeskTrial(RunSettings base) implements Trial {

    private static final int EDGE_SECONDS = 30;

    @Override
    public Figures run(Parameters parameters, long seed) {
        var result = VirtualRun.of(base.with(seed).with(new Strategy.Desk(parameters)));
        return new Figures(
                result.alphaPerHour(),
                edge(result),
                result.fillsPerHour(),
                result.money().drawdown().doubleValue());
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
