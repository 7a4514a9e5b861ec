package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import makerdeck.settings.PresetFile;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskEvent.Kind;
import makerdeck.snapshot.Severity;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.LOCALE)
class ClerkTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00.123Z");

    private final List<String> news = new CopyOnWriteArrayList<>();
    private final List<String> readings = new CopyOnWriteArrayList<>();

    private Speech speech = Spoken.ENGLISH;

    @TempDir
    private Path folder;

    private static DeskEvent event(Kind kind, String text, Map<String, String> fields) {
        return new DeskEvent(1, NOON, kind, Severity.INFO, text, fields);
    }

    /** Hands it over and waits until the clerk is done. */
    private void carryOut(Path reports, DeskEvent event) {
        var presets = new PresetFile(List.of(folder.resolve("presets")), speech);
        try (var clerk = new Clerk(
                reports,
                "SOL_USDC",
                presets,
                speech,
                (severity, text) -> news.add(severity + " " + text),
                (name, values) -> readings.add(name + " " + values))) {
            clerk.accept(event);
        }
    }

    @Test
    void whatTheReportSaidAndWhereItIsStandsReadyForTheGoodbye() {
        var presets = new PresetFile(List.of(folder.resolve("presets")), speech);
        var clerk = new Clerk(folder, "SOL_USDC", presets, speech, (severity, text) -> {}, (name, values) -> {});
        try (clerk) {
            clerk.accept(event(Kind.REPORT, "1h, 3 fills; pnl +1.5 USDC", Map.of("pnl", "1.5")));
        }

        assertEquals(
                List.of(
                        "1h, 3 fills",
                        "pnl +1.5 USDC",
                        "session report written to " + folder.resolve("report-20260901T120000Z-SOL_USDC.txt")),
                clerk.reported());
    }

    @Test
    void writesTheReportToAFileOfItsOwnThatOnlyItsOwnerReads() throws IOException {
        carryOut(folder, event(Kind.REPORT, "1h, 3 fills; pnl +1.5 USDC", Map.of("pnl", "1.5")));

        var file = folder.resolve("report-20260901T120000Z-SOL_USDC.txt");
        assertEquals("""
                makerdeck SOL_USDC, session until 2026-09-01T12:00:00Z

                1h, 3 fills
                pnl +1.5 USDC

                pnl = 1.5
                """, Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of("INFO session report written to " + file), news);
    }

    @Test
    void writesTheReportInTheOperatorsLanguage() throws IOException {
        speech = Spoken.CHINESE;

        carryOut(folder, event(Kind.REPORT, "1h，成交 3 筆；損益 +1.5 USDC", Map.of("pnl", "1.5")));

        var file = folder.resolve("report-20260901T120000Z-SOL_USDC.txt");
        assertEquals("""
                makerdeck SOL_USDC，場次至 2026-09-01T12:00:00Z

                1h，成交 3 筆
                損益 +1.5 USDC

                pnl = 1.5
                """, Files.readString(file));
        assertEquals(List.of("INFO 場次報告已寫入 " + file), news);
    }

    @Test
    void aReportThatCannotBeWrittenIsAnAlert() {
        carryOut(folder.resolve("gone"), event(Kind.REPORT, "1h", Map.of()));

        assertEquals(1, news.size());
        assertTrue(news.get(0).startsWith("WARN the session report could not be written: "), news.get(0));
    }

    @Test
    void writesAPresetWithoutWhatIsNoParameter() throws IOException {
        carryOut(
                folder,
                event(Kind.PRESET, "", Map.of("do", "save", "name", "mine", "replace", "false", "spread", "0.3")));

        var file = folder.resolve("presets/mine.properties");
        assertEquals("note = saved from the desk\nspread = 0.3\n", Files.readString(file));
        assertEquals(List.of("INFO preset mine saved to " + file), news);
    }

    @Test
    void readsThePresetTheDeskAsksFor() throws IOException {
        Files.createDirectories(folder.resolve("presets"));
        Files.writeString(folder.resolve("presets/low-vol.properties"), "spread = 0.2\n");

        carryOut(folder, event(Kind.PRESET, "", Map.of("do", "load", "name", "low-vol")));

        assertEquals(List.of("low-vol {spread=0.2}"), readings);
    }

    @Test
    void aPresetThatIsNotThereIsAnAlert() {
        carryOut(folder, event(Kind.PRESET, "", Map.of("do", "load", "name", "low-vol")));

        assertEquals(List.of("WARN unknown preset low-vol (there are )"), news);
    }

    @Test
    void whatIsWrongWithAPresetNamesItOnce() throws IOException {
        var file = Files.createDirectories(folder.resolve("presets")).resolve("low-vol.properties");
        Files.writeString(file, "sprad = 0.2\n");

        carryOut(folder, event(Kind.PRESET, "", Map.of("do", "load", "name", "low-vol")));
        carryOut(folder, event(Kind.PRESET, "", Map.of("do", "save", "name", "low-vol", "replace", "false")));

        assertEquals(
                List.of(
                        "WARN preset low-vol (" + file + "): unknown key sprad: did you mean spread?",
                        "WARN preset low-vol exists already"),
                news);
    }

    @Test
    void aPresetThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(folder.resolve("presets"), "no folder");

        carryOut(folder, event(Kind.PRESET, "", Map.of("do", "save", "name", "mine", "replace", "false")));

        assertEquals(1, news.size());
        assertTrue(news.get(0).startsWith("WARN preset mine: " + folder.resolve("presets")), news.get(0));
    }

    @Test
    void nothingElseIsItsBusiness() {
        carryOut(folder, event(Kind.INFO, "hello", Map.of("do", "save", "name", "x")));

        assertEquals(List.of(), news);
        assertEquals(List.of(), readings);
    }
}
