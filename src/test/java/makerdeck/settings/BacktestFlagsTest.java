package makerdeck.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Fees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestFlagsTest {

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private ParsedCommand read(String... flags) {
        var line = new ArrayList<>(List.of("backtest"));
        line.addAll(List.of(flags));
        var typed = line.toArray(String[]::new);
        return Settings.read(
                typed,
                Map.of(),
                Settings.speech(typed, Map.of()),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private BacktestSettings settings(String... flags) {
        return assertInstanceOf(
                        ParsedCommand.RunBacktest.class, read(flags), () -> errors.toString(StandardCharsets.UTF_8))
                .settings();
    }

    @Test
    void withoutFlagsItIsTheDefaultDeskInANormalMarket() {
        var plain = settings();

        assertEquals("normal", plain.run().market());
        assertNull(plain.run().length());
        assertEquals(Duration.ofMillis(50), plain.run().latency());
        assertEquals(
                new Fees(new BigDecimal("8"), new BigDecimal("10")), plain.run().fees());
        assertEquals(List.of(), plain.against());
        assertNull(plain.out());
    }

    @Test
    void everyFlagIsTaken() {
        var all = settings(
                "--market",
                "Wild",
                "--seeds",
                "3..4",
                "--hours",
                "1.5",
                "--set",
                "spread=0.3",
                "--set",
                "layers = 5",
                "--latency",
                "1s",
                "--fees",
                "maker=-1.5",
                "--against",
                "pmm,hold",
                "--jobs",
                "3",
                "--out",
                "x",
                "--json");

        assertEquals("wild", all.run().market());
        assertEquals(Duration.ofMinutes(90), all.run().length());
        assertEquals(Map.of("spread", "0.3", "layers", "5"), all.run().values());
        assertEquals(Duration.ofSeconds(1), all.run().latency());
        assertEquals(
                new Fees(new BigDecimal("-1.5"), new BigDecimal("10")),
                all.run().fees());
        assertEquals(List.of("pmm", "hold"), all.against());
        assertEquals(3, all.jobs());
        assertEquals(Path.of("x"), all.out());
        assertTrue(all.json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--hours|0|0",
                "--hours|many|many",
                "--hours|1e-999999999|1e-999999999",
                "--latency|50|50ms",
                "--fees|makr=8|maker",
                "--fees|maker=1000|100",
                "--set|spread|spread=0.3",
                "--jobs|-1|0..1024",
                "--replay|/no/such/file|/no/such/file"
            })
    void whatIsWrongIsNamedWithItsRule(String flag, String value, String said) {
        assertEquals(new ParsedCommand.Answered(2), read(flag, value));

        var line = errors.toString(StandardCharsets.UTF_8);
        assertTrue(line.contains(flag) && line.contains(said), line);
    }
}
