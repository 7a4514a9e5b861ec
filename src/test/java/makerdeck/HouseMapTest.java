package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page for whoever opens the sources first says of them what is so. */
class HouseMapTest {

    private static final Path SOURCES = Path.of("src/main/java/makerdeck");

    /** Where a path in the page may begin. */
    private static final List<Path> BEGINNINGS =
            List.of(Path.of(""), SOURCES, Path.of("src/main/resources/makerdeck/words"));

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("src/README.md"));
    }

    @Test
    void everyPackageStandsInTheMapAsItsOwnFirstSentenceSays() throws IOException {
        var packages = new TreeMap<String, String>();
        try (var folders = Files.walk(SOURCES)) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                var info = folder.resolve("package-info.java");
                if (Files.exists(info)) {
                    packages.put(nameOf(folder), firstSentence(Files.readString(info)));
                }
            }
        }

        assertEquals(packages, table("| package | is |"));
    }

    @Test
    void everyRoomMayImportWhatThePlanAllows() throws IOException {
        var plan = new TreeMap<String, String>();
        ArchitectureTest.PLAN.forEach(
                (room, allowed) -> plan.put(room, allowed.isEmpty() ? "-" : String.join(" ", allowed)));

        assertEquals(plan, table("| room | may import |"));
    }

    @Test
    void theFloorsAreThoseOfThePlan() throws IOException {
        var told = lines().stream()
                .filter(line -> line.matches("[a-z.]+: .* > .*"))
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(row -> row[0], row -> List.of(row[1].split(" > ", -1))));
        var plan = new TreeMap<String, List<String>>();
        ArchitectureTest.LAYERS.forEach((room, floors) -> plan.put(
                room,
                floors.stream().map(floor -> floor.isEmpty() ? "self" : floor).toList()));

        assertEquals(plan, new TreeMap<>(told));
    }

    @Test
    void everyFileAndTestItNamesIsThere() throws IOException {
        var tests = testNames();
        var missing = new TreeSet<String>();
        var named = CODE.matcher(String.join("\n", lines()))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        for (var name : named) {
            var isPath = name.matches("[\\w./-]+(/|\\.(java|md|properties|xml))");
            var isTest = name.matches("\\w+(Test|IT)|\\w+Faults");
            if (isPath
                            && BEGINNINGS.stream().noneMatch(place -> Files.exists(place.resolve(name)))
                            && !name.equals("package-info.java")
                    || isTest && !tests.contains(name)) {
                missing.add(name);
            }
        }

        assertFalse(named.isEmpty());
        assertEquals(new TreeSet<String>(), missing);
    }

    @Test
    void itsTextFitsThePage() throws IOException {
        assertEquals(
                List.of(),
                lines().stream()
                        .filter(line -> !line.startsWith("|") && line.length() > 120)
                        .toList());
    }

    private static TreeSet<String> testNames() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String nameOf(Path folder) {
        var inside = SOURCES.relativize(folder).toString().replace('/', '.');
        return inside.isEmpty() ? "makerdeck" : inside;
    }

    private static String firstSentence(String source) {
        var comment = source.substring(source.indexOf("/**") + 3, source.indexOf("*/"));
        var text = Arrays.stream(comment.split("\n"))
                .map(line -> line.replaceFirst("^\\s*\\*", "").strip())
                .collect(Collectors.joining(" "))
                .strip();
        return text.split("(?<=\\.)\\s", 2)[0];
    }

    /** First cell without its backticks to the second one, of the table that begins so. */
    private static Map<String, String> table(String header) throws IOException {
        var rows = new TreeMap<String, String>();
        lines().stream()
                .dropWhile(line -> !line.equals(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("| "))
                .map(line -> line.split("\\|"))
                .forEach(cells -> rows.put(cells[1].strip().replace("`", ""), cells[2].strip()));
        return rows;
    }
}
