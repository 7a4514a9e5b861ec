package makerdeck.laboratory.backtest;

import makerdeck.laboratory.model.Strategy;

/** One of those that are compared, by the name it has in every file. Immutable. */
public record Contender(String name, Strategy strategy) {}
