package makerdeck.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import makerdeck.message.MistakeException;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @Test
    void oneVariableMovesEverything(@TempDir Path home) {
        var folders = Folders.of(Map.of("MAKERDECK_HOME", home.toString()), null);

        assertEquals(home.resolve("config"), folders.config());
        assertEquals(home.resolve("state/history"), folders.history());
    }

    @Test
    void withoutItTheDesktopStandardDecides() {
        var folders =
                Folders.of(Map.of("HOME", "/home/trader", "XDG_CONFIG_HOME", "relative"), Path.of("/opt/makerdeck"));

        assertEquals(Path.of("/home/trader/.config/makerdeck"), folders.config());
        assertEquals(Path.of("/home/trader/.local/state/makerdeck"), folders.state());
        assertEquals(
                List.of(Path.of("/home/trader/.config/makerdeck/presets"), Path.of("/opt/makerdeck/presets")),
                folders.search("presets"));
    }

    private static String refusal(String name, String value) {
        return Spoken.ENGLISH.say(assertThrows(MistakeException.class, () -> Folders.of(Map.of(name, value), null)));
    }

    @Test
    void aVariableThatNamesNoFolderIsNamed() {
        assertEquals(
                "MAKERDECK_HOME must be a folder, was ~/desk: only a shell knows what ~ stands for",
                refusal("MAKERDECK_HOME", "~/desk"));
        assertEquals("HOME must begin with /, was trader", refusal("HOME", "trader"));
        assertEquals("HOME is not UTF-8, so that it names no folder", refusal("HOME", "/home/\uFFFD\uFFFD"));
        assertEquals("MAKERDECK_HOME is not UTF-8, so that it names no folder", refusal("MAKERDECK_HOME", "a\0b"));
    }

    @Test
    void anEmptyHomeIsTheUsersOwn() {
        assertEquals(Folders.of(Map.of(), null), Folders.of(Map.of("HOME", "", "MAKERDECK_HOME", ""), null));
    }

    @Test
    void whatIsNotTakenIsTold() {
        var relative = Map.of("XDG_STATE_HOME", "state", "XDG_CONFIG_HOME", "/config");

        assertEquals(
                List.of("XDG_STATE_HOME must begin with /, was state: it is not used"),
                Folders.ignored(relative).stream().map(Spoken.ENGLISH::say).toList());
        assertEquals(
                List.of(),
                Spoken.english(
                        Folders.ignored(Map.of("XDG_STATE_HOME", "state", "MAKERDECK_HOME", "/home/trader/desk"))));
    }

    @Test
    void theStateFolderIsClosedToOthers(@TempDir Path home) throws IOException {
        var folders = Folders.of(Map.of("MAKERDECK_HOME", home.toString()), null);

        folders.create();

        assertEquals("rwx------", permissions(folders.state()));
        assertEquals("rw-------", permissions(folders.history()));
        assertEquals("rw-------", permissions(folders.log()));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
