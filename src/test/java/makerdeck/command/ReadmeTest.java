package makerdeck.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.strategy.Parameter;
import org.junit.jupiter.api.Test;

/** The README's tables say what the program's own tables hold. */
class ReadmeTest {

    private static void assertInReadme(String table) throws IOException {
        var readme = Files.readString(Path.of("README.md"));

        assertTrue(readme.contains(table), () -> "README.md must hold this table:\n" + table);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String table(Stream<String> rows) {
        return rows.collect(Collectors.joining("\n"));
    }

    @Test
    void everyVerbIsListedAsItIsTyped() throws IOException {
        assertInReadme(
                table(Verb.all().stream().map(verb -> "| `" + cell(verb.usage()) + "` | " + cell(verb.help()) + " |")));
    }

    @Test
    void everyParameterIsListedWithFlagRangeAndDefault() throws IOException {
        assertInReadme(table(Stream.of(Parameter.values())
                .map(parameter -> "| `" + parameter.key() + "` | "
                        + parameter.flag().map(flag -> "`" + flag + "`").orElse("") + " | " + cell(parameter.range())
                        + " | "
                        + parameter.initial() + " | " + parameter.help() + " |")));
    }

    @Test
    void everyPresetIsListedWithItsNote() throws IOException {
        try (var files = Files.list(Path.of("presets"))) {
            for (var file : files.toList()) {
                var preset = new Properties();
                preset.load(new StringReader(Files.readString(file)));
                var name = file.getFileName().toString().replace(".properties", "");

                assertInReadme("| `" + name + "` | " + preset.getProperty("note") + " |");
            }
        }
    }
}
