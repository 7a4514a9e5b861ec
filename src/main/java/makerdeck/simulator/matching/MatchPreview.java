package makerdeck.simulator.matching;

/**
 * How far an order would get right now.
 *
 * @param value sum of ticks times steps
 * @param stop why no further
 */
public record MatchPreview(long steps, long value, Stop stop) {

    public enum Stop {
        DONE,
        BUDGET,
        LIMIT,
        EMPTY,
        OWN_ORDER
    }
}
