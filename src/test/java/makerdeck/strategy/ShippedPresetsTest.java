package makerdeck.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.signals.Regime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedPresetsTest {

    @ParameterizedTest
    @CsvSource({
        "high-vol, 20, 10",
        "mid-vol, 30, 15",
        "low-vol, 35, 20",
        "beginner, 30, 15",
        "conservative, 22, 11",
        "aggressive, 38, 22"
    })
    void aPresetHoldsLegalParametersAndANote(String name, String target, String threshold) throws IOException {
        var file = read(name);
        var note = file.remove("note");
        var chinese = file.remove("note.zh-TW");

        var parameters = Parameters.defaults().with(file);

        assertNotNull(note);
        assertFalse(note.isBlank());
        assertNotNull(chinese);
        assertTrue(chinese.codePoints().allMatch(sign -> sign > 0x7F), chinese);
        assertEquals(target, parameters.text(Parameter.TARGET));
        assertEquals(threshold, parameters.text(Parameter.THRESHOLD));
        assertFalse(file.containsKey("rebalance"), "trading by itself is the operator's to agree to");
        assertTrue(file.containsKey("spread"));
        assertEquals(List.of(), parameters.warnings());
    }

    /** What pays in a calm market and in a usual one lies side by side: in neither are near fills worth their fee. */
    @Test
    void aLivelyMarketIsQuotedWider() throws IOException {
        var low = Parameters.defaults().with(values("low-vol")).spread();
        var mid = Parameters.defaults().with(values("mid-vol")).spread();
        var high = Parameters.defaults().with(values("high-vol")).spread();

        assertTrue(low.compareTo(high) < 0 && mid.compareTo(high) < 0);
    }

    /** Beyond it no order was filled in a simulated day of any of the three usual markets. */
    private static final BigDecimal REACH_BP = new BigDecimal("24");

    @ParameterizedTest
    @ValueSource(strings = {"high-vol", "mid-vol", "low-vol", "beginner", "conservative", "aggressive"})
    void noLayerLiesWhereNothingIsEverFilled(String name) throws IOException {
        var parameters = Parameters.defaults().with(values(name));
        var nearest = parameters.spread().multiply(new BigDecimal("50"));
        var growth = new BigDecimal(parameters.text(Parameter.LAYER_GROWTH));
        var layers = Integer.parseInt(parameters.text(Parameter.LAYERS));

        var outermost = nearest.multiply(growth.pow(layers - 1));

        assertTrue(outermost.compareTo(REACH_BP) <= 0, outermost + " bp");
    }

    @Test
    void thereIsOnePresetForEveryNameAndNoOther() throws IOException {
        try (var files = Files.list(Path.of("presets"))) {
            assertEquals(
                    List.of("aggressive", "beginner", "conservative", "high-vol", "low-vol", "mid-vol"),
                    files.map(file -> file.getFileName().toString().replace(".properties", ""))
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Regime.class)
    void everyRegimeHasAPreset(Regime regime) {
        assertTrue(Files.exists(file(regime.preset())));
    }

    private static Map<String, String> values(String name) throws IOException {
        var values = read(name);
        values.remove("note");
        values.remove("note.zh-TW");
        return values;
    }

    private static Map<String, String> read(String name) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty, (one, other) -> one, TreeMap::new));
    }

    private static Path file(String name) {
        return Path.of("presets", name + ".properties");
    }
}
