package makerdeck.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import makerdeck.strategy.Parameter;
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
}
