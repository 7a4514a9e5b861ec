package makerdeck.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import makerdeck.clock.SteppedClock;
import makerdeck.command.CommandLanguage;
import makerdeck.command.PaneName;
import makerdeck.command.ScreenCommand;
import makerdeck.command.ScreenName;
import makerdeck.console.keys.Action;
import makerdeck.console.line.LineView;
import makerdeck.console.line.Menu;
import makerdeck.console.line.Span;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.screen.ResultsSource;
import makerdeck.console.screen.ScreenCatalogue;
import makerdeck.console.screen.TextScreen;
import makerdeck.console.theme.Role;
import makerdeck.console.theme.Themes;
import makerdeck.console.tty.Clipboard;
import makerdeck.console.tty.ColourDepth;
import makerdeck.console.tty.FrameScreen;
import makerdeck.console.tty.Recorder;
import makerdeck.domain.Side;
import makerdeck.faults.FaultRow;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameLoopTest {

    private final SteppedClock clock = new SteppedClock(SampleDesk.NOON);
    private final SampleDesk desk = new SampleDesk();
    private final Recorder out = new Recorder();
    private final FrameScreen screen = new FrameScreen(new TerminalSize(120, 40), ColourDepth.INDEXED, out);

    @TempDir
    private Path folder;

    private ScreenState state;
    private DeskSnapshot latest = desk.snapshot();
    private FrameLoop loop;

    @BeforeEach
    void start() throws IOException {
        state = new ScreenState(
                new Themes(List.of(folder)),
                new ScreenCatalogue(new CommandLanguage(new FixedContext()), ResultsSource.NONE),
                new CommandLanguage(new FixedContext()),
                clock,
                10,
                Spoken.ENGLISH,
                typed -> {});
        state.theme().use("dark");
        screen.startScreen();
        loop = new FrameLoop(
                screen,
                state,
                Glyphs.ASCII,
                new Clipboard(Map.of()),
                new DeskLink(() -> latest, new CommandLanguage(new FixedContext()), (line, command) -> {}),
                new ConsoleRuntime(clock, clock::nanos, name -> work -> {
                    throw new AssertionError("the frame loop starts no thread");
                }),
                Spoken.ENGLISH);
        loop.turn(LineView.EMPTY, true);
        take();
    }

    @Test
    void whatIsCopiedGoesToTheTerminalOnce() throws IOException {
        state.navigation().show(ScreenName.ORDERS);
        loop.turn(LineView.EMPTY, true);
        take();

        state.navigation().press(Action.Full.COPY);
        loop.turn(LineView.EMPTY, true);
        assertTrue(take().contains("\033]52;c;aWQtQjE=\007"), "id-B1");

        loop.turn(LineView.EMPTY, true);
        assertFalse(take().contains("\033]52"));
        assertEquals(
                "given to the terminal for its clipboard: id-B1",
                state.options().notices().get(0).text());
    }

    @Test
    void theDeskIsPaintedAtItsRateAndNotBetween() throws IOException {
        desk.reason = "new";
        latest = desk.snapshot();

        clock.pass(Duration.ofMillis(60));
        assertEquals(40, Duration.ofNanos(loop.turn(LineView.EMPTY, false)).toMillis());
        assertEquals("", take());

        clock.pass(Duration.ofMillis(40));
        loop.turn(LineView.EMPTY, false);
        assertTrue(take().contains("new"));
    }

    @Test
    void theLadderIsPaintedAFewTimesASecondHoweverFastTheFrames() throws IOException {
        int painted = 0;
        for (int frame = 1; frame <= 20; frame++) {
            clock.pass(Duration.ofMillis(100));
            desk.book = SampleDesk.book(14829 + frame, 14831 + frame);
            desk.bookAt = clock.instant();
            latest = desk.snapshot();
            loop.turn(LineView.EMPTY, false);
            painted += take().length() > 200 ? 1 : 0;
        }

        assertEquals(4, painted);
    }

    /** As an engine has them: the same lists until there is more. */
    private void keepLists() {
        desk.log = List.copyOf(desk.log);
        desk.fills = List.copyOf(desk.fills);
        desk.parameters = List.copyOf(desk.parameters);
        clock.pass(Duration.ofMillis(600));
        latest = desk.snapshot();
    }

    @Test
    void whatTheMarketMovesIsShownTogetherWithTheLadder() throws IOException {
        keepLists();
        loop.turn(LineView.EMPTY, false);
        take();
        desk.inventory = SampleDesk.inventory("41.7");
        desk.book = SampleDesk.book(14829 + 7, 14831 + 7);
        latest = desk.snapshot();

        clock.pass(Duration.ofMillis(500));
        loop.turn(LineView.EMPTY, false);
        var early = take();
        assertFalse(early.contains("41.7%") || early.contains("148.36"), early);

        clock.pass(Duration.ofMillis(100));
        loop.turn(LineView.EMPTY, false);
        var then = take();
        assertTrue(then.contains("41.7") && then.contains("148.3"), then);
    }

    @Test
    void whatHappensIsShownWithTheNextFrameAndTheFiguresWithIt() throws IOException {
        keepLists();
        loop.turn(LineView.EMPTY, false);
        take();
        desk.inventory = SampleDesk.inventory("41.7");
        desk.fills = List.of(
                SampleDesk.fill(Side.ASK, "A1", 14846, 777, "0.29", "USDC", 0, "41.7", null), desk.fills.get(0));
        latest = desk.snapshot();

        clock.pass(Duration.ofMillis(100));
        loop.turn(LineView.EMPTY, false);

        var sent = take();
        assertTrue(sent.contains("7.77") && sent.contains("41.7"), sent);
    }

    @Test
    void whatIsTypedIsPaintedAtOnceWithoutTouchingTheDesk() throws IOException {
        desk.reason = "new";
        latest = desk.snapshot();
        clock.pass(Duration.ofMillis(10));

        loop.turn(typed("pause"), false);

        var sent = take();
        assertTrue(sent.contains("pause"), sent);
        assertFalse(sent.contains("new"), sent);
    }

    @Test
    void aDeskThatDoesNotChangeCostsNothing() throws IOException {
        clock.pass(Duration.ofMillis(300));
        desk.at = clock.instant().minusMillis(80);
        desk.bookAt = clock.instant().minusMillis(90);
        latest = desk.snapshot();
        loop.turn(LineView.EMPTY, false);
        take();

        clock.pass(Duration.ofMillis(100));
        desk.at = clock.instant().minusMillis(20);
        desk.bookAt = clock.instant().minusMillis(30);
        latest = desk.snapshot();
        loop.turn(LineView.EMPTY, false);

        assertEquals("", take());
    }

    @Test
    void aSlowScreenDropsFramesInPlaceOfCatchingUp() throws IOException {
        clock.pass(Duration.ofSeconds(60));

        long wait = loop.turn(LineView.EMPTY, false);

        assertEquals(100, Duration.ofNanos(wait).toMillis());
    }

    @Test
    @FaultRow("50")
    void aTerminalThatTakesNothingIsSparedAndLaterShownTheLatest() throws IOException {
        out.stall(true);
        for (int i = 0; i < 100; i++) {
            clock.pass(Duration.ofMillis(100));
            desk.reason = "reason " + i;
            latest = desk.snapshot();
            loop.turn(typed("pause"), true);
        }
        assertEquals("", take());

        out.stall(false);
        loop.turn(typed("pause"), false);

        var sent = take();
        assertTrue(sent.contains("reason 99") && sent.contains("pause"), sent);
    }

    @Test
    void whatHappensWhileTheTerminalTakesNothingIsOnTheLineAllTheSame() throws IOException {
        state.on(new ScreenCommand.Zoom(PaneName.MARKET, true));
        out.stall(true);
        pass(Duration.ofMinutes(20));
        out.stall(false);
        loop.turn(LineView.EMPTY, true);

        // An hour is 106 columns wide, so twenty minutes take 35 of them.
        assertTrue(longestLine() >= 33, () -> "only " + longestLine());
    }

    @Test
    void aBookThatNobodyConfirmsDrawsNoLine() throws IOException {
        state.on(new ScreenCommand.Zoom(PaneName.MARKET, true));
        for (int i = 0; i < 20 * 60; i++) {
            clock.pass(Duration.ofSeconds(1));
            desk.at = clock.instant();
            latest = desk.snapshot();
            loop.turn(LineView.EMPTY, false);
        }

        assertTrue(longestLine() <= 2, () -> "a line of " + longestLine());
    }

    /** The desk goes on as it is. */
    private void pass(Duration length) throws IOException {
        for (int i = 0; i < length.toSeconds(); i++) {
            clock.pass(Duration.ofSeconds(1));
            desk.at = clock.instant();
            desk.bookAt = clock.instant();
            latest = desk.snapshot();
            loop.turn(LineView.EMPTY, false);
        }
    }

    /** Cells of one row, one beside the other, that the price was drawn in. */
    private int longestLine() {
        int longest = 0;
        for (int row = 2; row < 28; row++) {
            int length = 0;
            for (int column = 0; column < 105; column++) {
                boolean drawn =
                        "_.-^".contains(screen.getBackCharacter(column, row).getCharacterString());
                length = drawn ? length + 1 : 0;
                longest = Math.max(longest, length);
            }
        }
        return longest;
    }

    @Test
    void aFullScreenThatCannotBePaintedIsClosedAndTheDeskGoesOn() throws IOException {
        state.navigation().show(TextScreen.live("any", view -> {
            throw new IllegalStateException("on-purpose");
        }));
        loop.turn(LineView.EMPTY, true);
        loop.turn(LineView.EMPTY, false);

        assertFalse(state.navigation().isScreenOpen());
        var sent = take();
        assertTrue(sent.contains("on-purpose"), sent);
    }

    @Test
    void theTitleOfTheWindowFollowsTheState() throws IOException {
        desk.state = DeskState.HALTED;
        latest = desk.snapshot();
        clock.pass(Duration.ofMillis(100));

        loop.turn(LineView.EMPTY, false);

        assertTrue(take().contains("\033]0;SOL_USDC HALTED\007"));
    }

    @Test
    void anEngineThatHasStoppedIsACriticalAlertThatRings() throws IOException {
        clock.pass(Duration.ofSeconds(3));

        loop.turn(LineView.EMPTY, false);

        var sent = take();
        assertTrue(sent.contains("\007") && sent.contains("the engine has said nothing for 3 s"), sent);
    }

    @Test
    void aThemeSavedWhileItIsUsedIsOnTheScreenWithinASecond() throws IOException {
        var file = folder.resolve("dark.properties");
        Files.writeString(file, "mid = blue\n");
        clock.pass(Duration.ofSeconds(1));

        loop.turn(LineView.EMPTY, false);

        var sent = take();
        assertTrue(sent.contains("theme dark taken from its saved file"), sent);
    }

    @Test
    void onlyANewSizeErasesTheTerminalAfterTheStart() throws IOException {
        loop.repaint();
        loop.turn(LineView.EMPTY, true);
        assertFalse(take().contains("\033[J"));

        loop.resize(new TerminalSize(80, 24));
        loop.turn(LineView.EMPTY, true);
        assertTrue(take().contains("\033[H\033[J"));
    }

    private static LineView typed(String text) {
        return new LineView(
                List.of(List.of(new Span(Role.INPUT, text))), 0, text.length(), text, "", false, Menu.CLOSED);
    }

    private String take() {
        return out.takeText();
    }
}
