package makerdeck.simulator.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import makerdeck.simulator.Fixture;
import org.junit.jupiter.api.Test;

class ListedMarketsTest {

    private static final Path PUBLISHED =
            Path.of(System.getProperty("shared", "../shared"), "backpack", "spot-markets.json");

    @Test
    void solTradesInCentsFromOneHundredAndFifty() {
        var sol = ListedMarkets.find("SOL_USDC").orElseThrow();

        assertEquals("0.01", sol.rules().tickSize().toPlainString());
        assertEquals(0, sol.startPrice().compareTo(Fixture.decimal("150")));
    }

    @Test
    void unknownMarketIsNotListed() {
        assertTrue(ListedMarkets.find("DOGE_USDC").isEmpty());
    }

    @Test
    void everyPublishedFilterIsInTheTable() throws IOException {
        assumeTrue(Files.isReadable(PUBLISHED), "no market list at " + PUBLISHED);
        var compact = Files.readString(PUBLISHED).replaceAll("\\s+", "");
        var expected = new TreeMap<String, List<String>>();
        for (var market : compact.split("\\{\"baseSymbol\"", -1)) {
            if (market.contains("\"symbol\"")) {
                expected.put(
                        text(market, "symbol"),
                        List.of(
                                text(market, "tickSize"),
                                text(market, "stepSize"),
                                text(market, "minQuantity"),
                                text(market, "minPrice"),
                                text(market, "minImpactMultiplier"),
                                text(market, "maxImpactMultiplier"),
                                text(market, "orderBookState").toUpperCase(Locale.ROOT)));
            }
        }

        var listed = new TreeMap<String, List<String>>();
        for (var market : ListedMarkets.all()) {
            var rules = market.rules();
            listed.put(
                    rules.symbol(),
                    List.of(
                            rules.tickSize().toPlainString(),
                            rules.stepSize().toPlainString(),
                            rules.minQuantity().toPlainString(),
                            market.minPrice().toPlainString(),
                            market.impactLow().toPlainString(),
                            market.impactHigh().toPlainString(),
                            rules.state().name()));
        }

        assertEquals(23, listed.size());
        assertEquals(expected, listed);
    }

    private static String text(String json, String name) {
        int start = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(start, json.indexOf('"', start));
    }
}
