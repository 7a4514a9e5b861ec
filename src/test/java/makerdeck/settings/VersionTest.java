package makerdeck.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionTest {

    @TempDir
    private Path home;

    private void write(String name, String bytes) throws IOException {
        var file = home.resolve("classes").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, bytes);
    }

    @Test
    void aBuildIsItsClassesWhereverTheyLie() throws IOException {
        write("makerdeck/A.class", "one");
        write("makerdeck/room/B.class", "two");
        write("makerdeck/words/said.properties", "a = b");
        var jar = home.resolve("program.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var name : new String[] {"makerdeck/room/B.class", "makerdeck/A.class"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(home.resolve("classes").resolve(name)));
            }
        }
        var digest = Version.digest(home.resolve("classes"));

        assertEquals(digest, Version.digest(jar));
        write("makerdeck/words/said.properties", "a = c");
        assertEquals(digest, Version.digest(home.resolve("classes")));
        write("makerdeck/A.class", "another");
        assertNotEquals(digest, Version.digest(home.resolve("classes")));
    }

    @Test
    void thisBuildHasOne() {
        assertTrue(Version.build().matches("unpackaged\\+[0-9a-f]{12}"), Version.build());
        assertEquals(Version.build(), Version.build());
    }
}
