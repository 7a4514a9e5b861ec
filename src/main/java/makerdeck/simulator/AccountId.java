package makerdeck.simulator;

/** One account of an {@link Exchange}. */
public record AccountId(int value) {}
