package makerdeck.simulator;

/**
 * How far an order would get right now.
 *
 * @param value sum of ticks times steps
 * @param stop why no further
 */
record Reach(long steps, long value, Stop stop) {

    enum Stop {
        DONE,
        BUDGET,
        LIMIT,
        EMPTY,
        OWN_ORDER
    }
}
