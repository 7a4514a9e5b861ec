package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import makerdeck.message.Message;
import makerdeck.process.Clerk;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.ProfitParts;
import makerdeck.snapshot.SessionFigures;
import makerdeck.snapshot.Severity;
import makerdeck.snapshot.Totals;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionReportFileTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00.123Z");
    private static final String NAME = "report-20260901T120000Z-SOL_USDC.txt";
    private static final BigDecimal NONE = BigDecimal.ZERO;

    private final List<String> news = new ArrayList<>();
    private Speech speech = Spoken.ENGLISH;

    @TempDir
    private Path folder;

    private static SessionFigures figures() {
        return new SessionFigures(
                Totals.NONE,
                new ProfitParts(new BigDecimal("1.5"), NONE, NONE, NONE, NONE, NONE, NONE),
                null,
                new SessionFigures.Held(NONE, NONE, NONE),
                new SessionFigures.Traded(NONE, NONE, NONE),
                new SessionFigures.Quoted(NONE, NONE, null, null),
                Message.plain("maker 8.00 bp"));
    }

    private static DeskEvent event(DeskNews news) {
        return new DeskEvent(1, NOON, Severity.INFO, Message.plain("all in one line"), news);
    }

    /** Hands it over and waits until it is done. */
    private List<String> written(Path reports, DeskNews... all) {
        var clerk = new Clerk();
        var file = new SessionReportFile(
                clerk, reports, "SOL_USDC", speech, (severity, what) -> news.add(severity + " " + speech.say(what)));
        try (clerk) {
            for (var one : all) {
                file.accept(event(one));
            }
        }
        return file.reported();
    }

    private static DeskNews report(String... lines) {
        return new DeskNews.SessionReported(Stream.of(lines).map(Message::plain).toList(), figures());
    }

    @Test
    void whatTheReportSaidAndWhereItIsStandsReadyForTheGoodbye() {
        assertEquals(
                List.of("1h; 3 fills", "pnl +1.5 USDC", "session report written to " + folder.resolve(NAME)),
                written(folder, report("1h; 3 fills", "pnl +1.5 USDC")));
    }

    /** A disk that hangs keeps the file, not the figures. */
    @Test
    void aReportThatIsNotWrittenInTimeIsToldAllTheSame() {
        var file = new SessionReportFile(
                task -> {}, folder, "SOL_USDC", speech, (severity, what) -> news.add(speech.say(what)));
        file.accept(event(report("1h; 3 fills", "pnl +1.5 USDC")));

        var told = file.reported();

        assertEquals(List.of("1h; 3 fills", "pnl +1.5 USDC"), told.subList(0, Math.min(2, told.size())));
        assertEquals(3, told.size());
    }

    @Test
    void itsLinesAreKeptAsTheyAreWhateverSignsAreInThem() throws IOException {
        written(folder, report("1h; 3 fills", "fees without a price: 1；2"));

        assertEquals(
                List.of("1h; 3 fills", "fees without a price: 1；2"),
                Files.readAllLines(folder.resolve(NAME)).subList(2, 4));
    }

    @Test
    void writesAFileOfItsOwnThatOnlyItsOwnerReads() throws IOException {
        written(folder, report("1h, 3 fills", "pnl +1.5 USDC"));

        var file = folder.resolve(NAME);
        var text = Files.readString(file);
        assertTrue(text.startsWith("""
                makerdeck SOL_USDC, session until 2026-09-01T12:00:00Z

                1h, 3 fills
                pnl +1.5 USDC

                fills = 0
                buys = 0
                """), text);
        assertTrue(text.contains("\nspreadCaptured = 1.5\n"), text);
        assertTrue(text.endsWith("\nuptimeBids = 0\nuptimeAsks = 0\n"), text);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of("INFO session report written to " + file), news);
    }

    /** Desks of two accounts on one market that are told to stop at once leave in the same second. */
    @Test
    void aReportOfTheSameSecondTakesNoFileAndLosesNone() throws IOException {
        written(folder, report("one"));

        var told = written(folder, report("other"));

        var second = folder.resolve(NAME.replace(".txt", "-2.txt"));
        assertTrue(told.get(1).endsWith(second.toString()), told::toString);
        assertEquals("other", Files.readAllLines(second).get(2));
        assertEquals("one", Files.readAllLines(folder.resolve(NAME)).get(2));
    }

    @Test
    void writesInTheOperatorsLanguage() throws IOException {
        speech = Spoken.CHINESE;

        written(folder, report("1h，成交 3 筆", "損益 +1.5 USDC"));

        var file = folder.resolve(NAME);
        assertEquals(
                List.of("makerdeck SOL_USDC，場次至 2026-09-01T12:00:00Z", "", "1h，成交 3 筆", "損益 +1.5 USDC", ""),
                Files.readAllLines(file).subList(0, 5));
        assertEquals(List.of("INFO 場次報告已寫入 " + file), news);
    }

    @Test
    void aReportThatCannotBeWrittenIsAnAlertAndIsSaidAllTheSame() {
        var said = written(folder.resolve("gone"), report("1h"));

        assertEquals(1, news.size());
        assertTrue(news.get(0).startsWith("WARN the session report could not be written: "), news.get(0));
        assertEquals(List.of("1h", news.get(0).substring("WARN ".length())), said);
    }

    @Test
    void nothingElseIsItsBusiness() {
        assertEquals(
                List.of(),
                written(folder, new DeskNews.Noted(), new DeskNews.Alerted("0123456789ab", Message.plain("said"))));
        assertEquals(List.of(), news);
    }
}
