package makerdeck.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import makerdeck.command.CommandLanguage;
import makerdeck.console.FixedContext;
import makerdeck.console.keys.Action.Full;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteTest {

    private final ScreenStage stage = new ScreenStage();
    private final CommandLanguage language = new CommandLanguage(new FixedContext());
    private Palette palette = new Palette(language, stage.speech);

    private void type(String query) {
        palette.see(query, stage.page == null);
        stage.page = palette;
        stage.typed(":" + query);
    }

    @ParameterizedTest
    @CsvSource({
        "quit, quit",
        "q, quit",
        "hv, load preset high-vol",
        "dark, theme dark",
        "ord, show orders",
        "zbook, zoom book",
        "spread, set spread",
        "rebnow, rebalance now",
        "wssil, venue fault ws-silence",
        "hlt, halt",
        "themecb, theme cb-dark",
    })
    void aFewLettersFindIt(String typed, String found) {
        type(typed);

        assertEquals(found, stage.chosen().split("  ")[0]);
    }

    @Test
    void lettersThatOnlyTheExplanationHasFindItLast() {
        type("colours");

        assertTrue(stage.chosen().startsWith("theme "), stage::chosen);
    }

    @Test
    void nothingIsOfferedThatHasNotTheLetters() {
        type("zzzz");

        assertEquals(" nothing has the letters zzzz", stage.row(2));
        palette.take("zzzz", stage);
        assertEquals("[say nothing has the letters zzzz]", stage.errands.toString());
    }

    @Test
    void theKeysWalkThroughItAndRoundItsEnds() {
        type("theme");
        var first = stage.chosen();
        palette.press(Full.DOWN);
        assertFalse(stage.chosen().equals(first), stage::chosen);
        palette.press(Full.UP);
        palette.press(Full.UP);
        palette.press(Full.DOWN);
        assertEquals(first, stage.chosen());
        assertTrue(stage.row(1).contains("1 of "), stage.row(1));
    }

    @Test
    void whatIsTypedNextBeginsAtTheBestAgain() {
        type("theme");
        palette.press(Full.DOWN);
        type("theme l");

        assertTrue(stage.chosen().startsWith("theme light "), stage::chosen);
    }

    @Test
    void theChosenOneIsTaken() {
        type("show");
        palette.press(Full.DOWN);
        var line = stage.chosen().split("  ")[0];

        palette.take("show", stage);

        assertEquals("command " + line, stage.errands.get(0));
    }

    @Test
    void whatStillWantsSomethingEndsWithABlank() {
        type("set spread");
        palette.take("set spread", stage);

        assertEquals("[command set spread ]", stage.errands.toString());
    }

    @Test
    void whole() throws IOException {
        Goldens.check("palette", stage, speech -> {
            palette = new Palette(language, speech);
            stage.page = null;
            type("vol");
        });
    }
}
