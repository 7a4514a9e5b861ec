package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program and its files in folders of any name, whatever the locale. */
class PathsIT {

    @TempDir
    private Path folder;

    private Path program = Path.of("");

    @BeforeEach
    void findProgram() {
        program = Program.launcher().getParent().getParent();
    }

    /** A copy of the program in a folder of this name. */
    private Path copy(String name) throws IOException, InterruptedException {
        var copy = Files.createDirectory(folder.resolve(name)).resolve("makerdeck");
        var copying = new ProcessBuilder("cp", "-rL", program.toString(), copy.toString())
                .inheritIO()
                .start();
        assertEquals(0, copying.waitFor());
        return copy.resolve("bin/makerdeck");
    }

    /** What a desk says that is told to leave at once. */
    private String run(Path launcher, Map<String, String> environment, int code)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(launcher.toString(), "--headless", "--seed", "3")
                .redirectErrorStream(true)
                .redirectInput(
                        Files.writeString(folder.resolve("input"), "quit\n").toFile())
                .directory(new File(folder.toString()));
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("LC_"));
        builder.environment().putAll(environment);
        var desk = builder.start();
        var said = new String(desk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(desk.waitFor(30, TimeUnit.SECONDS), said);
        assertEquals(code, desk.exitValue(), said);
        return said;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u7a0b\u5f0f", "a:b", "a b", "\u7a0b:\u5f0f"})
    void theProgramRunsFromAFolderOfAnyName(String name) throws IOException, InterruptedException {
        var home = folder.resolve("home");

        var said = run(copy(name), Map.of("LC_ALL", "C", "MAKERDECK_HOME", home.toString()), 0);

        assertTrue(said.contains("\"event\":\"report\""), said);
    }

    @Test
    void filesAreFoundInAFolderOfAnyNameWhateverTheLocale() throws IOException, InterruptedException {
        var home = folder.resolve("\u4ea4\u6613:\u53f0");

        run(Program.launcher(), Map.of("LC_ALL", "C", "MAKERDECK_HOME", home.toString()), 0);

        assertTrue(Files.exists(home.resolve("state/journal.db")));
    }

    @Test
    void aVariableThatNamesNoFolderIsOneLine() throws IOException, InterruptedException {
        var said = run(Program.launcher(), Map.of("MAKERDECK_HOME", "~/desk"), 2);

        assertEquals(
                "makerdeck: MAKERDECK_HOME must be a folder, was ~/desk: only a shell knows what ~ stands for\n", said);
        assertFalse(Files.exists(folder.resolve("~")));
    }
}
