package makerdeck.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import makerdeck.words.Language;
import makerdeck.words.Speech;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * The manual page and the shell's completion are made from the flags themselves. After a change of flags
 * {@code -Dpapers=write} writes them anew.
 */
class ShippedPapersTest {

    private static final Path SHARE = Path.of("src/dist/share");
    private static final Path MAN = SHARE.resolve("man/man1/makerdeck.1");
    private static final Path COMPLETION = SHARE.resolve("bash-completion/completions/makerdeck");

    @TempDir
    private Path folder;

    private static CommandLine line() {
        var line = Settings.commandLine();
        HelpWords.speak(line, new Speech(Language.ENGLISH));
        return line;
    }

    private static List<String> flags(CommandLine line) {
        var all = new ArrayList<String>();
        line.getCommandSpec().options().forEach(option -> all.addAll(List.of(option.names())));
        line.getSubcommands().forEach((name, each) -> {
            all.add(name);
            all.addAll(flags(each));
        });
        return all;
    }

    private static void check(Path file, String made) throws IOException {
        if (System.getProperty("papers", "").equals("write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        }
        assertEquals(
                made, Files.readString(file), file + " is not of today's flags: run this test with -Dpapers=write");
    }

    private static void listsEveryFlag(Path file, String escape) throws IOException {
        var text = Files.readString(file);
        for (var flag : flags(line())) {
            assertTrue(text.contains(flag.replace("-", escape + "-")), flag + " is not in " + file);
        }
    }

    @Test
    void theManualPageIsOfTodaysFlags() throws IOException {
        check(MAN, ManPage.of(line()));
        listsEveryFlag(MAN, "\\");
    }

    @Test
    void theCompletionIsOfTodaysFlags() throws IOException {
        var made = AutoComplete.bash("makerdeck", line());
        check(COMPLETION, made);
        listsEveryFlag(COMPLETION, "");
    }

    @Test
    void theShellUnderstandsTheCompletion() throws IOException, InterruptedException {
        var typed = "compopt() { :; }; source " + COMPLETION.toAbsolutePath()
                + "; COMP_WORDS=(makerdeck att); COMP_CWORD=1;"
                + " _complete_makerdeck; echo \"${COMPREPLY[@]}\"; complete -p makerdeck";
        var said = said("bash", "--norc", "-c", typed);
        assertTrue(said.startsWith("attach"), said);
        assertTrue(said.contains("complete "), said);
    }

    @Test
    void manCanReadTheManualPage() throws IOException, InterruptedException {
        var said = said("groff", "-man", "-Tutf8", "-ww", MAN.toString());
        assertTrue(said.contains("MAKERDECK(1)"), said);
        assertTrue(!said.contains("warning"), said);
    }

    private String said(String... command) throws IOException, InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .directory(Path.of("").toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
        } catch (IOException absent) {
            Assumptions.abort(command[0] + " is not there");
            throw absent;
        }
    }
}
