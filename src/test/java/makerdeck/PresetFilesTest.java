package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import makerdeck.engine.input.PresetStore;
import makerdeck.process.Clerk;
import makerdeck.settings.PresetFile;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetFilesTest {

    private final List<String> news = new ArrayList<>();
    private final List<String> readings = new ArrayList<>();

    @TempDir
    private Path folder;

    private PresetFiles store(Clerk clerk) {
        return new PresetFiles(
                clerk,
                new PresetFile(List.of(folder.resolve("presets")), Spoken.ENGLISH),
                (severity, what) -> news.add(severity + " " + Spoken.ENGLISH.say(what)),
                (name, values) -> readings.add(name + " " + values));
    }

    /** Asks and waits until all of it is done. */
    private void ask(Consumer<PresetStore> questions) {
        try (var clerk = new Clerk()) {
            questions.accept(store(clerk));
        }
    }

    @Test
    void writesAPresetAndTellsWhereItIs() throws IOException {
        ask(store -> store.write("mine", Map.of("spread", "0.3"), false));

        var file = folder.resolve("presets/mine.properties");
        assertEquals("note = saved from the desk\nspread = 0.3\n", Files.readString(file));
        assertEquals(List.of("INFO preset mine saved to " + file), news);
    }

    @Test
    void writesWhatItWasAskedToEvenIfThatChangesMeanwhile() throws IOException {
        ask(store -> {
            var values = new LinkedHashMap<>(Map.of("spread", "0.3"));
            store.read("none");
            store.write("mine", values, false);
            values.clear();
        });

        assertEquals(
                "note = saved from the desk\nspread = 0.3\n",
                Files.readString(folder.resolve("presets/mine.properties")));
    }

    @Test
    void readsThePresetTheDeskAsksFor() throws IOException {
        Files.createDirectories(folder.resolve("presets"));
        Files.writeString(folder.resolve("presets/low-vol.properties"), "spread = 0.2\n");

        ask(store -> store.read("low-vol"));

        assertEquals(List.of("low-vol {spread=0.2}"), readings);
        assertEquals(List.of(), news);
    }

    @Test
    void aPresetThatIsNotThereIsAnAlert() {
        ask(store -> store.read("low-vol"));

        assertEquals(List.of("WARN unknown preset low-vol (there are )"), news);
    }

    @Test
    void whatIsWrongWithAPresetNamesItOnce() throws IOException {
        var file = Files.createDirectories(folder.resolve("presets")).resolve("low-vol.properties");
        Files.writeString(file, "sprad = 0.2\n");

        ask(store -> {
            store.read("low-vol");
            store.write("low-vol", Map.of(), false);
        });

        assertEquals(
                List.of(
                        "WARN preset low-vol (" + file + "): unknown key sprad: did you mean spread?",
                        "WARN preset low-vol exists already"),
                news);
    }

    @Test
    void oneThatIsThereIsReplacedOnlyWhenThatWasAsked() throws IOException {
        ask(store -> {
            store.write("mine", Map.of("spread", "0.3"), false);
            store.write("mine", Map.of("spread", "0.4"), true);
        });

        assertEquals(
                "note = saved from the desk\nspread = 0.4\n",
                Files.readString(folder.resolve("presets/mine.properties")));
    }

    @Test
    void aPresetThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(folder.resolve("presets"), "no folder");

        ask(store -> store.write("mine", Map.of(), false));

        assertEquals(1, news.size());
        assertTrue(news.get(0).startsWith("WARN preset mine: " + folder.resolve("presets")), news.get(0));
    }
}
