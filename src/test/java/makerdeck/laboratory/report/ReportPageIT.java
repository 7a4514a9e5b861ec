package makerdeck.laboratory.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import makerdeck.words.Language;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser, on a phone and on a desk, light and dark. */
class ReportPageIT {

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"390, ENGLISH", "390, TRADITIONAL_CHINESE", "1400, ENGLISH", "1400, TRADITIONAL_CHINESE", "320, ENGLISH"
    })
    void nothingReachesBeyondTheScreenAndEveryFigureOfTheTextIsSeen(int width, Language language) throws IOException {
        var speech = new Speech(language);
        var report = SampleReport.report();
        var page = new Browser(home).open(HtmlReport.of(report, speech), width);

        assertEquals(width, page.width());
        assertEquals("", page.beyond());
        assertEquals(width, page.scrollWidth());
        var missing = ReportsTest.figures(TextReport.of(report, speech));
        missing.removeAll(ReportsTest.figures(page.text()));
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void nothingIsAskedOfAnyNetwork() throws IOException {
        var page = HtmlReport.of(SampleReport.report(), Spoken.ENGLISH);

        assertEquals(0, new Browser(home).requests(page));
        // The measure itself: a page that does ask is seen doing so.
        var asking = page.replace("default-src 'none'; style-src 'unsafe-inline'", "img-src *")
                .replace("<main>", "<main><img src=\"http://example.invalid/a.png\" alt=\"\">");
        assertTrue(new Browser(home).requests(asking) > 0);
    }

    @Test
    void darkIsDarkAndLightIsLight() throws IOException {
        var page = HtmlReport.of(SampleReport.report(), Spoken.ENGLISH);
        var pictures = Files.createDirectories(Path.of(System.getProperty("basedir", "."), "target", "pictures"));
        for (int width : new int[] {390, 1400}) {
            var browser = new Browser(home);
            var light = browser.picture(page, width, false, pictures.resolve("report-" + width + "-light.png"));
            var dark = browser.picture(page, width, true, pictures.resolve("report-" + width + "-dark.png"));

            assertTrue(light > 200, "light ground is " + light);
            assertTrue(dark < 50, "dark ground is " + dark);
        }
    }
}
