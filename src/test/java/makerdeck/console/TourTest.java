package makerdeck.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import makerdeck.clock.SteppedClock;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.command.ScreenCommand;
import makerdeck.console.line.LineView;
import makerdeck.console.screen.ResultsSource;
import makerdeck.console.screen.ScreenCatalogue;
import makerdeck.console.theme.Themes;
import makerdeck.snapshot.Mode;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

class TourTest {

    private final SampleDesk desk = new SampleDesk();
    private final List<String> typed = new ArrayList<>();
    private final CommandLanguage language = new CommandLanguage(new FixedContext());
    private final ScreenState state = new ScreenState(
            new Themes(List.of()),
            new ScreenCatalogue(language, ResultsSource.NONE),
            language,
            new SteppedClock(SampleDesk.NOON),
            10,
            Spoken.ENGLISH,
            typed::add);

    private void frame() {
        state.see(desk.snapshot(), desk.book, LineView.EMPTY);
    }

    private void start() {
        frame();
        state.on(new ScreenCommand.Tour(true));
        frame();
    }

    private String strip() {
        return Spoken.ENGLISH.say(Objects.requireNonNull(state.options().strip()));
    }

    private void spread(String value) {
        desk.parameters = new ArrayList<>(desk.parameters);
        desk.parameters.set(0, SampleDesk.parameter("spread", value, "%", "command"));
        frame();
    }

    private String said() {
        var notices = state.options().notices();
        return notices.isEmpty() ? "" : notices.get(notices.size() - 1).text();
    }

    @Test
    void goesOnAsSoonAsTheDeskShowsThatItWasDoneAndDoesNothingItself() {
        start();
        assertTrue(strip().startsWith("Tour 1/5: type set spread +50%"), strip());
        frame();
        assertTrue(strip().startsWith("Tour 1/5"), strip());

        spread("0.45");
        assertTrue(strip().startsWith("Tour 2/5: ") && strip().endsWith("venue fault ws-silence 20s"), strip());

        desk.faults = Map.of("ws-silence", SampleDesk.NOON.plusSeconds(20));
        frame();
        assertTrue(strip().startsWith("Tour 3/5: ") && strip().contains("Type why"), strip());

        state.why(DeskCommand.Why.Topic.ALL);
        frame();
        assertTrue(strip().startsWith("Tour 4/5: ") && strip().contains("type undo"), strip());

        spread("0.3");
        assertTrue(strip().startsWith("Tour 5/5: ") && strip().contains("type quit"), strip());

        state.ask(1, "quit", "Enter", false);
        frame();
        assertNull(state.options().strip());
        assertTrue(said().startsWith("the tour is over"), said());
        assertEquals(List.of(), typed);
    }

    @Test
    void aQuestionAboutSomethingElseDoesNotEndIt() {
        start();
        state.ask(1, "rebalance now", "yes", false);
        spread("0.45");
        desk.faults = Map.of("ws-silence", SampleDesk.NOON.plusSeconds(20));
        frame();
        state.why(DeskCommand.Why.Topic.ALL);
        spread("0.3");
        state.ask(2, "rebalance now", "yes", false);
        frame();

        assertTrue(strip().startsWith("Tour 5/5"), strip());
    }

    @Test
    void oneStepBackClosesAScreenFirstAndThenEndsTheTour() {
        start();
        state.why(DeskCommand.Why.Topic.ALL);

        state.back();
        assertTrue(strip().startsWith("Tour 1/5"), strip());
        assertNull(state.options().page());

        state.back();
        assertNull(state.options().strip());
        assertEquals("the tour is ended; tour begins it anew", said());
    }

    @Test
    void tourStopEndsIt() {
        start();
        state.on(new ScreenCommand.Tour(false));
        assertNull(state.options().strip());

        state.on(new ScreenCommand.Tour(false));
        assertEquals("no tour is running", said());
    }

    @Test
    void whereMoneyIsRealItSaysWhyItDoesNotBegin() {
        for (var mode : List.of(Mode.LIVE, Mode.PAPER, Mode.REPLAY)) {
            desk.mode = mode;
            start();

            assertNull(state.options().strip());
            assertTrue(said().contains("for the simulated venue alone, and this is " + mode), said());
        }
    }
}
