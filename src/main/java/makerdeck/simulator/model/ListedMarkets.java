package makerdeck.simulator.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;

/** The spot markets of Backpack with their published filters. Start prices are ours. */
public final class ListedMarkets {

    /** Base asset, tick, step (also the minimum), lowest price, band, impact band, start price, state. */
    private static final String TABLE = """
            SOL    0.01        0.01    0.01        0.25 2    0.99  1.01  150      OPEN
            PYTH   0.000001    1       0.001       0.25 2    0.95  1.05  0.35     OPEN
            JTO    0.00001     1       0.1         0.25 2    0.95  1.05  2.5      OPEN
            HNT    0.001       0.1     0.1         0.75 1.25 0.95  1.05  5        CLOSED
            MOBILE 0.0000001   1       0.0000001   0.75 1.25 0.95  1.05  0.0006   CLOSED
            BONK   0.000000001 10000   0.000000001 0.25 2    0.95  1.05  0.00002  OPEN
            WIF    0.00001     0.1     0.0001      0.25 2    0.95  1.05  1.8      OPEN
            USDT   0.0001      1       0.1         0.25 2    0.995 1.005 1        OPEN
            JUP    0.00001     0.1     0.0001      0.25 2    0.97  1.03  0.9      OPEN
            RENDER 0.0001      0.1     0.001       0.25 2    0.95  1.05  6        OPEN
            WEN    0.00000001  1       0.000001    0.75 1.25 0.95  1.05  0.0001   CLOSED
            BTC    0.1         0.00001 0.1         0.25 2    0.99  1.01  62000    OPEN
            W      0.000001    10      0.0001      0.25 2    0.95  1.05  0.3      OPEN
            TNSR   0.0001      0.01    0.0001      0.75 1.25 0.95  1.05  0.5      CLOSED
            RAY    0.0001      1       0.0001      0.25 2    0.95  1.05  2.5      OPEN
            KMNO   0.000001    10      0.00001     0.25 2    0.95  1.05  0.06     OPEN
            ETH    0.01        0.0001  0.01        0.25 2    0.99  1.01  3000     OPEN
            PEPE   0.000000001 10000   0.000000001 0.25 2    0.95  1.05  0.00001  OPEN
            LINK   0.001       0.1     0.001       0.25 2    0.95  1.05  14       OPEN
            UNI    0.0001      0.1     0.001       0.25 2    0.95  1.05  8        OPEN
            ONDO   0.00001     0.1     0.0001      0.25 2    0.95  1.05  0.9      OPEN
            STRK   0.000001    10      0.0001      0.25 2    0.95  1.05  0.4      OPEN
            WLD    0.00001     1       0.0001      0.25 2    0.95  1.05  2        OPEN
            """;

    private static final List<ListedMarket> ALL =
            TABLE.lines().map(ListedMarkets::parse).toList();

    private ListedMarkets() {}

    public static List<ListedMarket> all() {
        return ALL;
    }

    /** A listed market by its symbol, {@code BASE_QUOTE}; empty when it is not listed. */
    public static Optional<ListedMarket> find(String symbol) {
        return ALL.stream()
                .filter(listed -> listed.rules().symbol().equals(symbol))
                .findFirst();
    }

    private static ListedMarket parse(String row) {
        var cell = row.split(" +", -1);
        var step = new BigDecimal(cell[2]);
        var rules = new Market(
                cell[0] + "_USDC",
                cell[0],
                "USDC",
                new BigDecimal(cell[1]),
                step,
                step,
                new BigDecimal(cell[4]),
                new BigDecimal(cell[5]),
                MarketState.valueOf(cell[9]));
        return new ListedMarket(
                rules,
                new BigDecimal(cell[3]),
                new BigDecimal(cell[6]),
                new BigDecimal(cell[7]),
                new BigDecimal(cell[8]));
    }
}
