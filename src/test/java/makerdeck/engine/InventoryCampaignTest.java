package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What the inventory does in {@code normal} with and without skew: half an hour; -Dcampaign=20 for twenty whole hours.
 * Tells nothing about profit, on purpose.
 */
class InventoryCampaignTest {

    private static final int CAMPAIGN = Integer.getInteger("campaign", 0);
    private static final Duration LENGTH = Duration.ofMinutes(CAMPAIGN > 0 ? 60 : 30);

    /** At the defaults this market fills twice an hour; five basis points from the mid it fills every 40 s. */
    private static final Map<String, String> BUSY = Map.of("spread", "0.1", "spread.mode", "fixed", "fee-floor", "off");

    /**
     * Without skew the ratio lives at its edge, where the price moves it without a fill and an order may stay
     * that is up to a fifth too large for the room left: a fifth of 5 % of the quote asset held there.
     */
    private static final double AT_THE_EDGE = 0.4;

    private static List<DeskHour> hours(Map<String, String> parameters, String skew) {
        return LongStream.rangeClosed(1, Math.max(1, CAMPAIGN))
                .mapToObj(seed -> new DeskHour(seed, LENGTH, parameters, skew))
                .toList();
    }

    /** Of all hours together. */
    private static double deviation(List<DeskHour> hours) {
        return Math.sqrt(hours.stream()
                .mapToDouble(hour -> hour.deviation() * hour.deviation())
                .average()
                .orElseThrow());
    }

    private static void print(String desk, List<DeskHour> hours) {
        var lines = new ArrayList<>(List.of(desk, DeskHour.HEADER));
        hours.forEach(hour -> lines.add(hour.toString()));
        lines.add(String.format(Locale.ROOT, "ratio sd of all: %.2f points", deviation(hours)));
        System.out.println(String.join("\n", lines));
    }

    @Test
    void theDefaultsKeepTheirPromises() {
        var hours = hours(Map.of(), "0.5");

        print("defaults", hours);
        hours.forEach(hour -> hour.assertInOrder());
        assertTrue(hours.stream().mapToInt(DeskHour::fills).sum() >= (hours.size() + 1) / 2);
    }

    @Test
    void skewSteadiesTheInventoryByAThird() {
        var without = hours(BUSY, "0");
        var with = hours(BUSY, "0.5");

        print("5 bp from the mid, skew 0", without);
        print("5 bp from the mid, skew 0.5", with);
        without.forEach(hour -> hour.assertInOrderAtTheEdge(AT_THE_EDGE));
        with.forEach(hour -> hour.assertInOrder());
        with.forEach(hour -> assertTrue(hour.fills() >= LENGTH.toMinutes() / 2, hour.toString()));
        assertTrue(deviation(with) <= 0.7 * deviation(without), deviation(with) + " against " + deviation(without));
    }
}
