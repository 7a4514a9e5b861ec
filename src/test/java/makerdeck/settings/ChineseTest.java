package makerdeck.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import makerdeck.text.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Option;

/** The shell's side of the program to an operator who reads Traditional Chinese. */
class ChineseTest {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private ParsedCommand read(String... arguments) {
        var all = Stream.concat(Arrays.stream(arguments), Stream.of("--lang", "zh-TW"))
                .toArray(String[]::new);
        return Settings.read(
                all,
                Map.of(),
                Settings.speech(all, Map.of()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private List<String> help(String line) {
        assertEquals(
                new ParsedCommand.Answered(0),
                read(line.isEmpty() ? new String[] {"--help"} : new String[] {line, "--help"}));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static List<String> flags(Class<?>... tables) {
        return Stream.concat(
                        Arrays.stream(tables)
                                .flatMap(table -> Arrays.stream(table.getDeclaredFields()))
                                .filter(field -> field.isAnnotationPresent(Option.class))
                                .flatMap(field -> Arrays.stream(
                                        field.getAnnotation(Option.class).names())),
                        Stream.of("--lang", "--help", "--version"))
                .toList();
    }

    private static void assertExplained(String flag, List<String> help) {
        var row = help.stream()
                .filter(line -> line.matches(" {2,6}(-., )?" + flag + "\\b.*"))
                .findFirst()
                .orElse("");
        var explained = row.matches(".*\\S {2,}\\S.*") ? row : help.get(help.indexOf(row) + 1);
        assertTrue(HAN.matcher(explained).find(), () -> flag + ": " + row + " / " + explained);
    }

    @Test
    void everyFlagOfTheDeskIsExplained() {
        var help = help("");

        flags(DeskFlags.class, VenueFlags.class).forEach(flag -> assertExplained(flag, help));
        assertEquals("用法：makerdeck [旗標]... [子命令]", help.get(0));
        assertTrue(help.stream().anyMatch(line -> line.startsWith("環境變數：BACKPACK_KEY")));
    }

    @Test
    void everyFlagOfTheSubcommandsIsExplained() {
        var venue = help("venue");
        flags(StandaloneVenueFlags.class, VenueFlags.class).forEach(flag -> assertExplained(flag, venue));
        out.reset();

        var report = help("report");
        flags(ReportFlags.class).forEach(flag -> assertExplained(flag, report));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "venue", "report"})
    void helpFitsEightyColumnsAndItsSecondColumnIsStraight(String subcommand) {
        var help = help(subcommand);

        help.forEach(line -> assertTrue(Columns.of(line) <= 80, line));
        help.forEach(line -> assertTrue(!line.contains("${") && !line.contains("settings."), line));
        var columns = help.stream()
                .map(Pattern.compile("( +-.*?\\S {2,})\\S.*")::matcher)
                .filter(row -> row.matches())
                .map(row -> Columns.of(row.group(1)))
                .distinct()
                .toList();
        assertEquals(1, columns.size(), () -> columns + String.join("\n", help));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--fps 99 | --fps 必須是 1..30，輸入的是 99；最接近的合法值是 30",
                "--exchange bagpack | --exchange 必須是 simulated 或 backpack，輸入的是 bagpack：是不是要 backpack？",
                "--exchange aster | --exchange aster：只有永續合約；現貨造市只支援 backpack",
                "--watch --start | --watch 和 --start 不能同時給",
                "--enable-rebalance --disable-rebalance | --enable-rebalance 和 --disable-rebalance 不能同時給，請只給一個",
                "--symbol SOLUSDC | --symbol 的格式必須像 SOL_USDC，輸入的是 SOLUSDC",
                "--on-hangup run | --on-hangup 必須是 stop 或 keep-running，輸入的是 run",
                "--wait 10s | --wait 只用於 --exchange backpack：內建交易所一定會等到",
                "--replay /no/such/file | --replay 必須是可以讀取的檔案，輸入的是 /no/such/file",
                "--funds SOL=x | --funds SOL 必須是數字，輸入的是 x",
                "--funds SOL=-1 | --funds SOL 不能是負數，輸入的是 -1；最接近的合法值是 0",
                "--funds SOL | --funds（資產=數量）不能是 SOL",
                "--seed many | --seed 必須是整數，最大 9223372036854775807，輸入的是 many",
                "--start=yes | --start（不帶值）不能是 yes",
                "--theme a --theme b | --theme 只能給一次",
                "--spread --fps 4 | --spread 後面要有值（百分比）",
                "--sprad 1 | 不明的旗標 --sprad：是不是要 --spread？",
                "vnue | 不明的引數 vnue：是不是要 venue？",
                "venue --port 70000 | --port 必須是 0..65535，輸入的是 70000；最接近的合法值是 65535",
                "report --days -1 | --days 不能是負數，輸入的是 -1；最接近的合法值是 0",
                "--key-file keys | --key-file 只能搭配 --exchange backpack",
                "--exchange backpack | 在 backpack 交易必須在環境變數設定 BACKPACK_KEY，或用 --key-file 指定檔案（base64，取自交易所的 API 頁面）",
                "--exchange backpack --key-file /no/such | --key-file 必須是兩行的檔案，輸入的是 /no/such"
            })
    void nonsenseIsOneChineseLine(String line, String message) {
        assertEquals(new ParsedCommand.Answered(2), read(line.split(" ")));

        assertEquals("makerdeck: " + message + "（請見 makerdeck --help）\n", errors.toString(StandardCharsets.UTF_8));
    }
}
