package makerdeck.domain;

/** Both assets of one market, from one reading. Immutable. */
public record Balances(Balance base, Balance quote) {}
