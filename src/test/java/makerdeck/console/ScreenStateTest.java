package makerdeck.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import makerdeck.clock.SteppedClock;
import makerdeck.command.ChartSpan;
import makerdeck.command.CommandLanguage;
import makerdeck.command.PaneName;
import makerdeck.command.Parsed;
import makerdeck.command.ScreenCommand;
import makerdeck.console.pane.Notice;
import makerdeck.console.screen.ResultsSource;
import makerdeck.console.screen.ScreenCatalogue;
import makerdeck.console.theme.Themes;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenStateTest {

    @TempDir
    private Path folder;

    private final List<String> typed = new ArrayList<>();
    private ScreenState state;
    private int saves;

    @BeforeEach
    void open() {
        var language = new CommandLanguage(new FixedContext());
        state = new ScreenState(
                new Themes(List.of(folder)),
                new ScreenCatalogue(language, ResultsSource.NONE),
                language,
                new SteppedClock(SampleDesk.NOON),
                10,
                Spoken.ENGLISH,
                typed::add);
    }

    @Test
    void aSavedThemeIsTakenAnewAndSaidOnce() throws IOException {
        save("mine", "mid = red");
        state.theme().use("mine");
        var red = state.theme().theme();
        save("mine", "mid = blue");

        state.theme().watch();
        state.theme().watch();

        assertEquals(false, state.theme().theme().looksLike(red));
        assertEquals(List.of("theme mine taken from its saved file"), said());
    }

    @Test
    void aCommandOfTheScreenThatFailsIsToldAndTheScreenStays() {
        state.run(any -> {
            throw new IllegalStateException("on purpose");
        });

        assertEquals(List.of("this failed, the screen stays: java.lang.IllegalStateException: on purpose"), said());
    }

    @Test
    void leftAndRightChangeTheSpanOfTheMarketWhileItIsChosenOnly() {
        state.navigation().sideways(1);
        assertEquals(ChartSpan.HOUR, state.options().span());

        state.on(new ScreenCommand.Zoom(PaneName.MARKET, true));
        state.navigation().sideways(1);
        assertEquals(ChartSpan.HOURS, state.options().span());
        for (int i = 0; i < 9; i++) {
            state.navigation().sideways(-1);
        }
        assertEquals(ChartSpan.MINUTES, state.options().span(), "the shortest is the end");
    }

    @Test
    void aSpanCanBeTyped() {
        var typed = (Parsed.Commands) new CommandLanguage(new FixedContext()).parse("chart 7d");
        ((ScreenCommand) typed.commands().get(0)).deliverTo(state);

        assertEquals(ChartSpan.WEEK, state.options().span());
    }

    @Test
    void aSavedParentCountsAsWell() throws IOException {
        save("parent", "mid = red");
        save("mine", "inherits = parent");
        state.theme().use("mine");
        var red = state.theme().theme();
        save("parent", "mid = blue");

        state.theme().watch();

        assertEquals(false, state.theme().theme().looksLike(red));
    }

    @Test
    void aSaveThatChangesNothingIsNotWorthAWord() throws IOException {
        save("mine", "mid = red");
        state.theme().use("mine");
        save("mine", "mid = red");

        state.theme().watch();

        assertEquals(List.of(), said());
    }

    @Test
    void aBadSaveKeepsTheLastGoodThemeUntilAGoodOneComes() throws IOException {
        save("mine", "mid = red");
        state.theme().use("mine");
        var red = state.theme().theme();
        save("mine", "mid = #zzz");

        state.theme().watch();
        state.theme().watch();
        assertEquals(red, state.theme().theme());
        assertEquals(1, said().size(), "said once");

        save("mine", "mid = blue");
        state.theme().watch();
        assertEquals(false, state.theme().theme().looksLike(red));
    }

    @Test
    void aThemeThatIsBadFromTheStartIsTakenOnceItIsMended() throws IOException {
        save("mine", "mid = #zzz");
        state.theme().beginWith("mine", "mono");
        assertEquals("mono", state.theme().theme().name());

        save("mine", "mid = blue");
        state.theme().watch();

        assertEquals("mine", state.theme().theme().name());
    }

    @Test
    void aThemeThatDoesNotExistIsNotWaitedFor() throws IOException {
        state.theme().beginWith("drak", "dark");
        int before = said().size();
        save("another", "mid = red");

        state.theme().watch();

        assertEquals("dark", state.theme().theme().name());
        assertEquals(before, said().size());
    }

    private List<String> said() {
        return state.options().notices().stream().map(Notice::text).toList();
    }

    /** Each save is later than the one before, however quick the test. */
    private void save(String name, String line) throws IOException {
        var file = Files.writeString(folder.resolve(name + ".properties"), line + "\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000L * ++saves));
    }
}
