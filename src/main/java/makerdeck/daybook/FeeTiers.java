package makerdeck.daybook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What a venue charges by the volume of 30 days, as far as it is known here. Immutable.
 *
 * @param tiers rising, the first from nothing on
 * @param isWhole whether there is none above the last
 * @param source who says so
 * @param dollars quote assets in which volumes may be added
 * @param free symbols that cost nothing and do not count
 */
record FeeTiers(List<Tier> tiers, boolean isWhole, String source, Set<String> dollars, Set<String> free) {

    private static final String FILE = "/makerdeck/daybook/fee-tiers.properties";

    /** @param from the volume from which on it holds; fees in basis points */
    record Tier(int number, BigDecimal from, BigDecimal makerBp, BigDecimal takerBp) {}

    FeeTiers {
        tiers = List.copyOf(tiers);
        dollars = Set.copyOf(dollars);
        free = Set.copyOf(free);
    }

    /** Empty when nothing is known of the venue. */
    static Optional<FeeTiers> of(String venue) {
        var file = new Properties();
        try (var open = FeeTiers.class.getResourceAsStream(FILE)) {
            if (open == null) {
                throw new IllegalStateException(FILE + " is not in the program");
            }
            file.load(open);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var tiers = new ArrayList<Tier>();
        for (int number = 1; file.containsKey(venue + ".tier." + number); number++) {
            var words = file.getProperty(venue + ".tier." + number).strip().split(" +");
            tiers.add(new Tier(number, new BigDecimal(words[0]), new BigDecimal(words[1]), new BigDecimal(words[2])));
        }
        return tiers.isEmpty()
                ? Optional.empty()
                : Optional.of(new FeeTiers(
                        tiers,
                        file.getProperty(venue + ".whole", "").equals("yes"),
                        file.getProperty(venue + ".source", ""),
                        Set.of(file.getProperty(venue + ".dollars", "").split(" +")),
                        Set.of(file.getProperty(venue + ".free", "").split(" +"))));
    }

    /** Where such a volume stands. */
    Tier at(BigDecimal volume) {
        return tiers.stream()
                .filter(tier -> tier.from().compareTo(volume) <= 0)
                .reduce(tiers.get(0), (lower, higher) -> higher);
    }

    /** Empty when none is known above it. */
    Optional<Tier> after(Tier tier) {
        return tiers.stream().filter(each -> each.number() == tier.number() + 1).findFirst();
    }
}
