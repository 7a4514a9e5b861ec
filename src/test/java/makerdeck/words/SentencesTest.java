package makerdeck.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests assert keys and values, not prose: a sentence is asserted only where one is rendered, and seldom there. What
 * counts is told at {@link AssertedSentences}.
 */
class SentencesTest {

    private static final Path TESTS = Path.of("src/test/java/makerdeck");
    private static final int MOST = 175;

    /** Rooms whose doing is words, reports among them; the root is the empty name, a journey sees the whole program from without. */
    private static final Set<String> RENDERING =
            Set.of("", "attach", "console", "daybook", "experiment", "headless", "settings", "words", "journey");

    private static String room(Path file) {
        var within = TESTS.relativize(file);
        return within.getNameCount() == 1 ? "" : within.getName(0).toString();
    }

    private static TreeMap<String, Set<String>> sentences() throws IOException {
        var byRoom = new TreeMap<String, Set<String>>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                for (var line : new AssertedSentences(Files.readString(file)).lines()) {
                    byRoom.computeIfAbsent(room(file), none -> new TreeSet<>())
                            .add(TESTS.relativize(file) + ":" + line);
                }
            }
        }
        return byRoom;
    }

    @Test
    void aSentenceIsAssertedOnlyWhereOneIsRendered() throws IOException {
        var elsewhere = sentences();
        elsewhere.keySet().removeAll(RENDERING);

        assertEquals(
                "",
                String.join(
                        "\n", elsewhere.values().stream().flatMap(Set::stream).toList()));
    }

    @Test
    void andSeldomThere() throws IOException {
        var byRoom = sentences();
        var counts = new TreeMap<String, Integer>();
        byRoom.forEach((room, lines) -> counts.put(room, lines.size()));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();

        assertTrue(all <= MOST, () -> all + " of at most " + MOST + ": " + counts);
        assertTrue(all > 0, "nothing is found any more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "assertEquals(\"it was not there\", said);|1",
                "assertTrue(said.contains(\"was not there\"), said);|1",
                "assertEquals(List.of(\"it was not there\"), said);|1",
                "assertTrue(said.isEmpty(), \"it was not there\");|0",
                "assertEquals(1, size, \"it was not there\");|0",
                "assertEquals(PAUSED, after(\"pause bid for ten\"));|0",
                "assertEquals(\"a.key[b, c.d[e]]\", said);|0",
                "assertEquals(\"a.key[message.plain[it was not there]]\", said);|0",
                "var said = \"it was not there\";|0",
                "await().until(() -> said.contains(\"it was not there\"));|1",
                "// assertEquals(\"it was not there\", said);|0",
                "void refuses(String why) { assertEquals(why, said); } void it() { refuses(\"it was not there\"); }|1",
                "void sends(String what) { line(what); } void it() { sends(\"it was not there\"); }|0"
            })
    void countsWhatIsExpectedAndNothingElse(String code, int sentences) {
        assertEquals(sentences, new AssertedSentences(code).lines().size());
    }

    @Test
    void aScreenCountsOnce() {
        var code = "assertEquals(\"\"\"\n    it was not there\n    nor was it here\n    \"\"\", said);";

        assertEquals(List.of(1), List.copyOf(new AssertedSentences(code).lines()));
    }
}
