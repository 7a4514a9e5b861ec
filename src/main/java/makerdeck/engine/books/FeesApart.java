package makerdeck.engine.books;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fees taken in assets that the market does not price: counted by asset, and in no profit until they have a price.
 *
 * <p>Engine thread only.
 */
final class FeesApart {

    private static final String PREFIX = "apart:";

    private final Map<String, BigDecimal> amounts = new TreeMap<>();
    private final Set<String> met = new HashSet<>();

    /** True when it is the first in its asset. */
    boolean add(String asset, BigDecimal fee) {
        amounts.merge(asset, fee, BigDecimal::add);
        amounts.values().removeIf(amount -> amount.signum() == 0);
        return met.add(asset);
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
                var asset = name.substring(PREFIX.length());
                amounts.put(asset, fee);
                met.add(asset);
            }
        });
    }
}
