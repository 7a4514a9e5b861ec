package makerdeck.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import makerdeck.strategy.parameters.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of the README are those of the program. */
class ReadmeTest {

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("README.md"));
    }

    private static void assertRow(String... cells) throws IOException {
        var row = "| " + String.join(" | ", cells) + " |";
        assertTrue(lines().contains(row), () -> "README.md lacks the row " + row);
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void everyVerbHasItsRow(Verb verb) throws IOException {
        assertRow("`" + verb.usage().replace("|", "\\|") + "`", verb.help());
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void everyParameterHasItsRow(Parameter parameter) throws IOException {
        var flag = parameter.flag().map(name -> "`" + name + "`").orElse("");

        assertRow("`" + parameter.key() + "`", flag, parameter.range(), parameter.initial(), parameter.help());
    }

    @Test
    void theChinesePartHasTheSameFlags() throws IOException {
        var english = codes(firstCells("| flag | meaning |"));

        assertTrue(english.contains("--lang en\\|zh-TW"), english::toString);
        assertEquals(english, codes(firstCells("| 旗標 | 意義 |")));
    }

    @Test
    void theChinesePartHasTheSamePresetsAndTheyAreThoseShipped() throws IOException {
        var english = codes(firstCells("| name | for |"));

        try (var shipped = Files.list(Path.of("presets"))) {
            assertEquals(
                    shipped.map(file -> file.getFileName().toString().replace(".properties", ""))
                            .sorted()
                            .toList(),
                    english);
        }
        assertEquals(english, codes(firstCells("| 名稱 | 用途 |")));
    }

    /** The first cell of each row of the table that begins so. */
    private static List<String> firstCells(String header) throws IOException {
        return lines().stream()
                .dropWhile(line -> !line.equals(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("| "))
                .map(line -> line.split("(?<!\\\\)\\|")[1])
                .toList();
    }

    /** What stands in backticks, whatever stands between. */
    private static List<String> codes(List<String> cells) {
        return cells.stream()
                .flatMap(cell -> Pattern.compile("`([^`]*)`").matcher(cell).results())
                .map(found -> found.group(1))
                .toList();
    }
}
