package makerdeck.engine;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fees taken in assets that the market does not price: counted by asset, and in no profit.
 *
 * <p>Engine thread only.
 */
final class FeesApart {

    private static final String PREFIX = "apart:";

    private final Map<String, BigDecimal> amounts = new TreeMap<>();

    /** True when it is the first in its asset. */
    boolean add(String asset, BigDecimal fee) {
        var first = !amounts.containsKey(asset);
        amounts.merge(asset, fee, BigDecimal::add);
        return first;
    }

    Map<String, BigDecimal> amounts() {
        return Map.copyOf(amounts);
    }

    void write(Map<String, BigDecimal> sums) {
        amounts.forEach((asset, fee) -> sums.put(PREFIX + asset, fee));
    }

    void read(Map<String, BigDecimal> sums) {
        sums.forEach((name, fee) -> {
            if (name.startsWith(PREFIX)) {
                amounts.put(name.substring(PREFIX.length()), fee);
            }
        });
    }
}
