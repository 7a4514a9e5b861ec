package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What is handed on beside the program: its licence, and the licence of every library in it. */
class ArchiveIT {

    private static final Path PROGRAM = Path.of(System.getProperty("makerdeck.home", "target/makerdeck"));
    private static final int MOST_BYTES = 12_000_000;
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| [^|]+ \\| [^|]+ \\| (.+) \\|");
    private static final Pattern FILE = Pattern.compile("`([^`]+)`");
    private static final Pattern VERSION = Pattern.compile("-[0-9][^/]*\\.jar$");

    @Test
    void everyLibraryHasItsLicenceBesideIt() throws IOException {
        var licences = PROGRAM.resolve("licenses");
        var rows = new TreeMap<String, List<Path>>();
        for (var line : Files.readAllLines(licences.resolve("README.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(
                        row.group(1),
                        FILE.matcher(row.group(2))
                                .results()
                                .map(text -> licences.resolve(text.group(1)))
                                .toList());
            }
        }

        assertEquals(libraries(), rows.keySet());
        rows.forEach((library, texts) -> {
            assertTrue(!texts.isEmpty(), library);
            texts.forEach(text -> assertTrue(Files.isRegularFile(text), library + ": " + text));
        });
    }

    @Test
    void theProgramNamesItsOwnLicenceAndWhatChanged() throws IOException {
        assertTrue(Files.readString(PROGRAM.resolve("LICENSE")).contains("Apache License"));
        assertTrue(Files.readString(PROGRAM.resolve("NOTICE")).contains("Lanterna"));
        assertTrue(Files.readString(PROGRAM.resolve("CHANGELOG.md")).contains("## 0.1.0"));
    }

    /** What an operator copies to a small machine over a slow line. */
    @Test
    void theArchiveIsNoLargerThanItMustBe() throws IOException {
        var archive = PROGRAM.resolveSibling("makerdeck.tar.gz");
        Assumptions.assumeTrue(Files.exists(archive), "there is no archive beside " + PROGRAM);

        assertTrue(Files.size(archive) <= MOST_BYTES, Files.size(archive) + " bytes");
    }

    private static TreeSet<String> libraries() throws IOException {
        try (var jars = Files.list(PROGRAM.resolve("lib"))) {
            return jars.map(jar -> VERSION.matcher(jar.getFileName().toString()).replaceFirst(""))
                    .filter(name -> !name.equals("makerdeck"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
