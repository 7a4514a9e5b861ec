package makerdeck.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import makerdeck.command.CommandLanguage;
import makerdeck.command.ScreenName;
import makerdeck.console.FixedContext;
import makerdeck.console.keys.Action.Full;
import makerdeck.message.Message;
import makerdeck.snapshot.Results;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The results as a full screen. */
class ResultsScreenTest {

    private final ScreenStage stage = new ScreenStage();
    private final SampleResults source = new SampleResults();

    @BeforeEach
    void show() {
        var catalogue = new ScreenCatalogue(new CommandLanguage(new FixedContext()), source);
        stage.screens.show(catalogue.open(ScreenName.RESULTS).orElseThrow());
        stage.size(120, 40);
        stage.cells();
    }

    private void read() {
        source.answer = new Results.Answer(SampleResults.results(), null);
    }

    @Test
    void byDay() throws IOException {
        read();

        Goldens.check("results", stage);
    }

    @Test
    void byHour() throws IOException {
        read();
        stage.press(Full.NEXT);

        Goldens.check("results-hours", stage);
    }

    @Test
    void byLayer() throws IOException {
        read();
        stage.press(Full.NEXT, Full.NEXT);

        Goldens.check("results-layers", stage);
    }

    @Test
    void untilTheyAreReadItSaysSoAndNobodyWaits() {
        for (var speech : new Speech[] {Spoken.ENGLISH, Spoken.CHINESE}) {
            stage.speech = speech;
            assertTrue(stage.picture().contains(speech.say("console.results.reading")), stage.picture());
        }
        assertEquals(1, source.asked);

        read();
        assertFalse(stage.picture().contains(Spoken.ENGLISH.say("console.results.reading")));
        assertTrue(stage.picture().contains("2026-03-02"), stage.picture());
    }

    @Test
    void whyTheyCannotBeReadIsSaid() {
        source.answer = new Results.Answer(null, Message.plain("nothing-there"));
        assertTrue(stage.picture().contains("nothing-there"), stage.picture());

        source.answer = new Results.Answer(SampleResults.results(), Message.plain("disk-gone"));
        assertTrue(stage.picture().contains("disk-gone"), "the old ones stay, and that they are old is said");
        assertTrue(stage.picture().contains("2026-03-02"), stage.picture());
    }

    @Test
    void theTotalStandsBelowWhateverTheOrder() {
        read();
        for (var key : new Full[] {Full.RIGHT, Full.TURN, Full.RIGHT, Full.TURN, Full.BOTTOM}) {
            stage.press(key);
            assertTrue(
                    stage.picture().lastIndexOf("\n  total ") > stage.picture().lastIndexOf("  2026-0"),
                    stage.picture());
        }
    }

    @Test
    void enterOpensTheHoursOfADayAndEscLeadsBack() {
        read();
        stage.press(Full.DOWN, Full.OPEN);

        assertTrue(stage.row(3).contains("03-01 23:00"), stage.picture());
        assertFalse(stage.picture().contains("03-02 0"), "no hour of another day");
        assertTrue(stage.picture().contains("  2026-03-01"), "and the day is their total");
        assertTrue(stage.screens.back());
        assertTrue(stage.picture().contains("> 2026-03-01"), stage.picture());
    }

    @Test
    void scrollingAndSortingAskNobody() {
        read();
        stage.press(
                Full.NEXT,
                Full.PAGE_DOWN,
                Full.DOWN,
                Full.RIGHT,
                Full.TURN,
                Full.BOTTOM,
                Full.TOP,
                Full.NEXT,
                Full.LEFT);

        assertEquals(1, source.asked);
        assertEquals(List.of(), stage.errands);
    }

    @Test
    void whileItIsOpenItIsReadAnewOnceAMinute() {
        for (int i = 0; i < 180; i++) {
            stage.now = stage.now.plus(Duration.ofSeconds(1));
            stage.cells();
        }
        assertEquals(4, source.asked);
    }

    @Test
    void theHoursOfADayAreReadAnewToo() {
        read();
        stage.press(Full.OPEN);
        int before = source.asked;
        for (int i = 0; i < 120; i++) {
            stage.now = stage.now.plus(Duration.ofSeconds(1));
            stage.cells();
        }
        assertEquals(before + 2, source.asked);
    }

    @Test
    void ofWhenTheyAreIsSaidWithItsDayUnlessThatIsToday() {
        read();
        assertTrue(stage.picture().contains("valued 12:00:00 UTC"), stage.picture());

        stage.now = stage.now.plus(Duration.ofDays(2));
        assertTrue(stage.picture().contains("valued 03-02 12:00:00 UTC"), stage.picture());
    }

    /** Between the curve and the table. */
    @Test
    void whatAProgrammeCountsIsARow() throws IOException {
        var near = new Results.Programme(
                new BigDecimal("7.5"),
                new BigDecimal("1234.5"),
                new BigDecimal("987.1"),
                new BigDecimal("93.26"),
                new BigDecimal("1.2345"));
        var far = new Results.Programme(
                new BigDecimal("15"), new BigDecimal("4321"), new BigDecimal("4000"), new BigDecimal("99.9"), null);
        var all = SampleResults.results();
        source.answer = new Results.Answer(
                new Results(
                        all.base(),
                        all.quote(),
                        all.asOf(),
                        all.hours(),
                        all.days(),
                        all.layers(),
                        all.sides(),
                        all.total(),
                        List.of(near, far),
                        all.curve()),
                null);

        Goldens.check("results-programme", stage);
    }

    @Test
    void feesWithoutAPriceAreSaidNextToTheProfitThatIsWithoutThem() {
        read();

        assertTrue(stage.picture().contains("without 0.002 BNB"), stage.picture());
    }
}
