package makerdeck.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** A folder named with wide signs, as people name folders in Chinese, is another one when they are made narrow. */
class FoldedArgumentsTest {

    private static final String FILE = "/資料（新）/甲　乙";

    private static List<OptionSpec> options(CommandLine line) {
        var options = new ArrayList<>(line.getCommandSpec().options());
        line.getSubcommands().values().forEach(each -> options.addAll(options(each)));
        return options;
    }

    @Test
    void everyFileStaysAsItIsTyped() {
        var ofFiles = options(Settings.commandLine()).stream()
                .filter(option -> option.type() == Path.class
                        || List.of(option.auxiliaryTypes()).contains(Path.class))
                .toList();
        assertTrue(ofFiles.size() > 10, ofFiles::toString);
        for (var option : ofFiles) {
            var name = option.longestName();

            assertArrayEquals(new String[] {name, FILE}, FoldedArguments.plain(name, FILE), name);
            assertArrayEquals(new String[] {name + "=" + FILE}, FoldedArguments.plain(name + "=" + FILE), name);
        }
    }

    @Test
    void soDoesASocketsFile() {
        for (var name : List.of("--listen", "--guardian-at")) {
            assertArrayEquals(new String[] {name, FILE}, FoldedArguments.plain(name, FILE), name);
            assertArrayEquals(
                    new String[] {name, "second.example:7070"},
                    FoldedArguments.plain(name, "ｓｅｃｏｎｄ．ｅｘａｍｐｌｅ：７０７０"),
                    name);
        }
    }

    @Test
    void ofSeveralFilesEveryOne() {
        var typed = new String[] {"--replay", FILE + "1", FILE + "2", "－－seeds", "１..５"};

        assertArrayEquals(
                new String[] {"--replay", FILE + "1", FILE + "2", "--seeds", "1..5"}, FoldedArguments.plain(typed));
        assertArrayEquals(
                new String[] {"--replay=" + FILE, FILE + "2"}, FoldedArguments.plain("--replay=" + FILE, FILE + "2"));
    }

    @Test
    void whatIsNoFileIsReadAsItLooks() {
        assertEquals(List.of("--out", FILE, "--fps", "5"), List.of(FoldedArguments.plain("--out", FILE, "--fps", "５")));
    }
}
