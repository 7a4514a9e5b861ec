package makerdeck.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The bundles beside the sources that speak through them: no key is missing, none is left over, none is English. */
class BundlesTest {

    private static final Path SOURCES = Path.of("src/main/java/makerdeck");
    private static final Path BUNDLES = Path.of("src/main/resources/makerdeck/words");
    private static final String CHINESE = "_zh_TW";

    /** Their words are the protocol's, other programs', the log file's, or those of a programmer's mistake. */
    private static final Set<String> MACHINES = Set.of(
            "accounting", "metrics", "message", "domain", "backpack/wire", "backpack/server", "guardian", "words");

    /** Looks like a key and is a file. */
    private static final Set<String> FILES = Set.of("journal.db", "notify.properties");

    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-z0-9-]+)+\\.?)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern CHINESE_SIGN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"");
    private static final Pattern SENTENCE = Pattern.compile("[a-z]{2,}:? [a-z]{2,}");

    /** Tells of a key that is there twice: the later text would silently stand for both. */
    private static final class EachOnce extends Properties {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Object put(Object key, Object text) {
            assertFalse(containsKey(key), () -> key + " is there twice");
            return super.put(key, text);
        }
    }

    private static TreeMap<String, String> bundle(Path file) {
        var properties = new EachOnce();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var name = file.getFileName().toString().replace(".properties", "").replace(CHINESE, "");
        var texts = new TreeMap<String, String>();
        properties.forEach((key, text) -> texts.put(name + "." + key, text.toString()));
        return texts;
    }

    private static TreeMap<String, String> bundles(boolean chinese) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(BUNDLES)) {
            files.filter(file -> file.toString().contains(CHINESE) == chinese)
                    .forEach(file -> texts.putAll(bundle(file)));
        }
        return texts;
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String room(Path file) {
        return SOURCES.relativize(file.getParent()).toString().replace('\\', '/');
    }

    private static boolean in(Set<String> rooms, String room) {
        return rooms.contains(room)
                || !room.equals("guardian/supervisor")
                        && rooms.stream().anyMatch(each -> !each.isEmpty() && room.startsWith(each + "/"));
    }

    /** Comments and annotations away, so that only what the program can say is left. */
    private static String spoken(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        assertEquals(bundles(false).keySet(), bundles(true).keySet());
    }

    @Test
    void bothLanguagesPutTheSameValuesInPlace() throws IOException {
        var chinese = bundles(true);
        var different = new TreeSet<String>();
        bundles(false).forEach((key, text) -> {
            if (!places(text).equals(places(chinese.getOrDefault(key, text)))) {
                different.add(key);
            }
        });

        assertEquals(Set.of(), different);
    }

    @Test
    void noApostropheIsDoubled() throws IOException {
        var texts = bundles(false);
        texts.putAll(bundles(true));

        texts.values().removeIf(text -> !text.contains("\'\'"));

        assertEquals(new TreeMap<>(), texts);
    }

    @Test
    void noSentenceIsLeftInEnglish() throws IOException {
        var english = new TreeSet<String>();
        bundles(true).forEach((key, text) -> {
            if (text.matches("(?s).*[a-z]{2,} [a-z]{2,} [a-z]{2,}.*")
                    && !CHINESE_SIGN.matcher(text).find()) {
                english.add(key);
            }
        });

        assertEquals(Set.of(), english);
    }

    @Test
    void everyKeyOfTheSourcesIsInTheBundlesAndEveryTextIsUsed() throws IOException {
        var texts = bundles(false).keySet();
        var names = texts.stream()
                .map(key -> key.substring(0, key.indexOf('.') + 1))
                .collect(Collectors.toSet());
        var unused = new TreeSet<>(texts);
        var missing = new TreeSet<String>();
        for (var file : sources()) {
            KEY.matcher(spoken(file)).results().map(found -> found.group(1)).forEach(key -> {
                var meant = texts.stream()
                        .filter(text -> text.equals(key)
                                || text.equals(key + ".one")
                                || text.equals(key + ".many")
                                || key.endsWith(".") && text.startsWith(key))
                        .toList();
                if (meant.isEmpty() && !FILES.contains(key) && names.stream().anyMatch(key::startsWith)) {
                    missing.add(key);
                }
                meant.forEach(unused::remove);
            });
        }

        assertEquals(Set.of(), missing, "keys without a text");
        assertEquals(Set.of(), unused, "texts nobody says");
    }

    @Test
    void noSentenceForPeopleStandsInTheSources() throws IOException {
        var sentences = new ArrayList<String>();
        for (var file : sources()) {
            var room = room(file);
            if (in(MACHINES, room)) {
                continue;
            }
            for (var statement : spoken(file).split("[;{}]\\s*\\n")) {
                if (!isForMachines(statement)) {
                    LITERAL.matcher(statement.replace("'\"'", ""))
                            .results()
                            .map(found -> found.group())
                            .filter(literal -> SENTENCE.matcher(literal).find())
                            .forEach(literal -> sentences.add(file.getFileName() + ": " + literal));
                }
            }
        }

        assertEquals(List.of(), sentences);
    }

    /** The log file, a programmer's mistake, names of sums in the journal. */
    private static boolean isForMachines(String statement) {
        return statement.contains("Logger.")
                || statement.contains("sums.put(")
                || statement.contains("sum(sums, ")
                || statement.contains("String COUNT = \"fifo ")
                || statement.contains("String QUANTITY = \"fifo ")
                || statement.contains("String COST = \"fifo ")
                || statement.contains("done.accept(")
                || statement.contains("new IllegalStateException(")
                || statement.contains("new UnsupportedOperationException(")
                || statement.contains("new AssertionError(")
                || statement.contains("new UncheckedIOException(")
                // What the venue writes, names that seeds are made of, the log's form, a line for the shell.
                || statement.contains("contains(message, ")
                || statement.contains("contains(said, ")
                || statement.contains("new RandomDraws(")
                || statement.contains("Configuration.set(")
                || statement.contains("OUT_OF_REACH =")
                || statement.contains("new IllegalArgumentException(");
    }
}
