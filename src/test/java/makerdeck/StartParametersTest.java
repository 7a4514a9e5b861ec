package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import makerdeck.message.MistakeException;
import makerdeck.settings.ParsedCommand;
import makerdeck.settings.PresetFile;
import makerdeck.settings.Settings;
import makerdeck.snapshot.ParameterSource;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartParametersTest {

    @TempDir
    private Path presets;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(presets.resolve("high-vol.properties"), "target = 20\nthreshold = 10\n");
    }

    private StartParameters start(String... arguments) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var invocation = assertInstanceOf(
                ParsedCommand.RunDesk.class, Settings.read(arguments, Map.of(), Spoken.ENGLISH, nowhere, nowhere));
        return StartParameters.of(invocation.settings(), new PresetFile(List.of(presets), Spoken.ENGLISH));
    }

    private static String text(StartParameters start, Parameter parameter) {
        return start.parameters().text(parameter);
    }

    @Test
    void flagsComeBeforeThePresetAndThePresetBeforeTheDefaults() {
        var start = start("--preset", "high-vol", "--base-asset-target", "40");

        assertEquals("40", text(start, Parameter.TARGET));
        assertEquals("10", text(start, Parameter.THRESHOLD));
        assertEquals("0.2", text(start, Parameter.SPREAD));
        assertEquals(
                Map.of(Parameter.TARGET, ParameterSource.FLAG, Parameter.THRESHOLD, ParameterSource.preset("high-vol")),
                Map.copyOf(start.sources()));
    }

    @Test
    void theTwoFlagsOfTheRebalanceAreOneParameter() {
        assertEquals("on", text(start("--enable-rebalance"), Parameter.REBALANCE));
        assertEquals("off", text(start("--disable-rebalance"), Parameter.REBALANCE));
        assertEquals("off", text(start(), Parameter.REBALANCE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--spread | NaN | spread must be a plain number, 0.001..20 %, was NaN",
                "--spread | 0 | spread must be 0.001..20 %, was 0; nearest legal is 0.001",
                "--quantity | -1 | quantity must be 0.000000000001..1000000000000 base or auto, was -1; nearest legal is 0.000000000001",
                "--max-orders | 0 | layers must be 1..50 per side, was 0; nearest legal is 1",
                "--interval | infinity | interval must be 1..86400 s, was infinity; nearest legal is 86400",
                "--duration | -5 | duration must be 0..31536000 s, was -5; nearest legal is 0",
                "--base-asset-target | 101 | target must be 0..100 %, was 101; nearest legal is 100",
                "--rebalance-threshold | '' | threshold must be a plain number, 0.001..100 points, was empty",
                "--preset | hihg-vol | unknown preset hihg-vol: did you mean high-vol? (there are high-vol)"
            })
    void aBadFlagNamesKeyRuleValueAndNearestLegal(String flag, String value, String message) {
        var error = assertThrows(MistakeException.class, () -> start(flag, value));

        assertEquals(message, Spoken.ENGLISH.say(error));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spread = 25 | spread must be 0.001..20 %, was 25; nearest legal is 20",
                "sprad = 1 | unknown key sprad: did you mean spread?",
                "preset.auto = on | preset.auto cannot be in a preset"
            })
    void whatIsWrongInAPresetNamesItsFile(String line, String message) throws IOException {
        var file = Files.writeString(presets.resolve("mine.properties"), line + "\n");

        var error = assertThrows(MistakeException.class, () -> start("--preset", "mine"));

        assertEquals("preset mine (" + file + "): " + message, Spoken.ENGLISH.say(error));
    }
}
