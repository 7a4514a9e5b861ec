package makerdeck.simulator.model;

/** One account of an {@code Exchange}. */
public record AccountId(int value) {}
