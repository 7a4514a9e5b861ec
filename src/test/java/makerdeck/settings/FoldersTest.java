package makerdeck.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
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
