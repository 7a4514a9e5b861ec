package makerdeck.domain;

/** What a venue accepts on a market at the moment (Backpack {@code orderBookState}). */
public enum MarketState {
    OPEN,
    CLOSED,
    CANCEL_ONLY,
    LIMIT_ONLY,
    POST_ONLY
}
