package makerdeck.laboratory.sweep;

import makerdeck.strategy.parameters.Parameters;

/** Runs one desk on one market. Any thread, several at a time; the same parameters and seed give the same figures. */
@FunctionalInterface
public interface Trial {

    /** @param seed of the market: the same for all desks that are compared */
    Figures run(Parameters parameters, long seed);

    /**
     * What came of it.
     *
     * @param alpha change of equity minus that of the untouched opening basket, quote units an hour
     * @param edge mean of the fills' mid after 30 s over their price, from our side, in basis points before fees; NaN
     *     without fills
     * @param fills an hour
     * @param drawdown largest fall of equity from its highest before, quote units
     * @param halted whether the desk stood halted when the run was over: from then on the figures are those of holding
     */
    record Figures(double alpha, double edge, double fills, double drawdown, boolean halted) {

        /** Of a desk that quoted to the end. */
        public Figures(double alpha, double edge, double fills, double drawdown) {
            this(alpha, edge, fills, drawdown, false);
        }
    }
}
