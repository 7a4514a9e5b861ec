package makerdeck.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.console.keys.Key;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.keys.When;
import makerdeck.message.Denial;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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
        assertRow("`" + Spoken.ENGLISH.say(verb.usage()).replace("|", "\\|") + "`", Spoken.ENGLISH.say(verb.help()));
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void everyParameterHasItsRow(Parameter parameter) throws IOException {
        var flag = parameter.flag().map(name -> "`" + name + "`").orElse("");

        assertRow(
                "`" + parameter.key() + "`",
                flag,
                Spoken.ENGLISH.say(parameter.range()),
                parameter.initial(),
                Spoken.ENGLISH.say(parameter.help()));
    }

    /** The meaning is the sentence beside the constant. */
    @Test
    void everyDenialHasItsRowInItsPlaceWithItsMeaning() throws IOException {
        var source = Files.readString(Path.of("src/main/java/makerdeck/message/Denial.java"));
        var documented = Pattern.compile("/\\*\\* ([^*]+)\\. \\*/\\s+([A-Z_]+)\\(")
                .matcher(source)
                .results()
                .collect(Collectors.toMap(found -> found.group(2), found -> found.group(1)));
        var rows = cells("| code | meaning | what happens next, or what to do |");

        assertEquals(
                Stream.of(Denial.values())
                        .map(denial -> "`" + denial.code() + "`: " + documented.get(denial.name()))
                        .toList(),
                rows.stream().map(row -> row[1].strip() + ": " + row[2].strip()).toList());
        rows.forEach(row -> assertFalse(row[3].isBlank(), row[1]));
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

    /** Keys and when they hold, in the words of either language. */
    private static Stream<Arguments> tablesOfKeys() {
        return Stream.of(
                Arguments.of(
                        "| key | when | does |",
                        Map.of(
                                When.ANYWHERE, "always",
                                When.SCREEN, "full screen",
                                When.PALETTE, "palette open",
                                When.EMPTY, "empty line",
                                When.TYPED, "text in the line",
                                When.MENU, "list open",
                                When.CHOOSING, "choice in the line",
                                When.SUGGESTED, "grey suggestion",
                                When.LINE, "in the line")),
                Arguments.of(
                        "| 按鍵 | 何時 | 作用 |",
                        Map.of(
                                When.ANYWHERE, "隨時",
                                When.SCREEN, "全螢幕",
                                When.PALETTE, "命令選單開啟",
                                When.EMPTY, "空行",
                                When.TYPED, "已輸入文字",
                                When.MENU, "候選清單開啟",
                                When.CHOOSING, "已選候選字",
                                When.SUGGESTED, "灰色建議",
                                When.LINE, "命令列中")));
    }

    @ParameterizedTest
    @MethodSource("tablesOfKeys")
    void everyKeyHasItsRowForWhenItHoldsAndNoOtherIsThere(String header, Map<When, String> words) throws IOException {
        var expected = new TreeSet<String>();
        for (var key : Key.values()) {
            var bindings = KeyBinding.of(key);
            bindings.stream()
                    .filter(binding -> binding != KeyBinding.INSERT)
                    .forEach(binding -> expected.add(key.label() + " " + words.get(binding.when())));
            if (bindings.isEmpty()) {
                expected.add(key.label() + " " + words.get(When.ANYWHERE));
            }
        }
        var told = new TreeSet<String>();
        for (var row : cells(header)) {
            codes(List.of(row[1])).forEach(label -> told.add(label + " " + row[2].strip()));
        }

        assertEquals(expected, told);
    }

    /** Keys that do the same stand in the same row. */
    @ParameterizedTest
    @MethodSource("tablesOfKeys")
    void allKeysOfOneActionStandTogether(String header, Map<When, String> words) throws IOException {
        var rows = cells(header);
        for (var binding : KeyBinding.values()) {
            var labels = binding.keys().stream().map(Key::label).toList();
            assertTrue(
                    binding == KeyBinding.INSERT
                            || rows.stream()
                                    .anyMatch(row -> row[2].strip().equals(words.get(binding.when()))
                                            && codes(List.of(row[1])).containsAll(labels)),
                    binding::name);
        }
    }

    @Test
    void theChinesePartHasTheSameRowsOfKeys() throws IOException {
        var english = firstCells("| key | when | does |");

        assertTrue(english.contains(" `" + KeyBinding.HALT.pressed().replace(" ", "` `") + "` "), english::toString);
        assertEquals(english, firstCells("| 按鍵 | 何時 | 作用 |"));
    }

    /** The first cell of each row of the table that begins so. */
    private static List<String> firstCells(String header) throws IOException {
        return cells(header).stream().map(row -> row[1]).toList();
    }

    /** The cells of each row of the table that begins so from 1 on. */
    private static List<String[]> cells(String header) throws IOException {
        return lines().stream()
                .dropWhile(line -> !line.equals(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("| "))
                .map(line -> line.split("(?<!\\\\)\\|"))
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
