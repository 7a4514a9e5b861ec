package makerdeck.domain;

/** One price of a book with everything that rests there. */
public record Level(Price price, Quantity quantity) {}
