package makerdeck.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import makerdeck.clock.SteppedClock;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.command.LayoutName;
import makerdeck.command.PaneName;
import makerdeck.console.line.LineView;
import makerdeck.console.line.Menu;
import makerdeck.console.pane.Notice;
import makerdeck.console.pane.PaneFocus;
import makerdeck.console.pane.widget.PaneAreas;
import makerdeck.console.screen.ResultsSource;
import makerdeck.console.screen.ScreenCatalogue;
import makerdeck.console.theme.Themes;
import makerdeck.console.tty.MouseReport;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.Preview;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

class CommandControllerTest {

    private final SteppedClock clock = new SteppedClock(SampleDesk.NOON);
    private final CommandLanguage language = new CommandLanguage(new FixedContext());
    private final ScreenCatalogue catalogue = new ScreenCatalogue(language, ResultsSource.NONE);
    private final List<String> typed = new ArrayList<>();
    private final ScreenState state =
            new ScreenState(new Themes(List.of()), catalogue, language, clock, 10, Spoken.ENGLISH, typed::add);
    private final List<String> lines = new ArrayList<>();
    private final List<List<DeskCommand>> previewed = new ArrayList<>();
    private boolean answers = true;
    private long answerable;
    private int vital;
    private boolean left;
    private final List<String> judged = new ArrayList<>();
    private final List<DeskCommand> commands = new ArrayList<>();
    private final SampleDesk sample = new SampleDesk();
    private final CommandController controller = new CommandController(
            new DeskLink(sample::snapshot, language, (line, command) -> {
                lines.add(line);
                if (command instanceof DeskCommand.Preview preview) {
                    previewed.add(preview.commands());
                    sample.preview = answers
                            ? Preview.trading(preview.number(), List.of(Message.plain("as said")), vital)
                            : Preview.NONE;
                } else {
                    commands.add(bare(command));
                }
            }),
            catalogue,
            errand -> errand.accept(state),
            () -> answerable,
            () -> left = true,
            clock::nanos);

    @Test
    void aCommandGoesToTheDeskWithItsLine() {
        type("  pause bid ");

        assertEquals(List.of("pause bid"), lines);
        assertEquals(List.of(new DeskCommand.Pause(Side.BID, null)), commands);
    }

    @Test
    void whatTradesIsAgreedToOnlyWhileItIsOnTheScreen() {
        vital = 1;
        type("rebalance now");
        type("yes");

        assertEquals(List.of(), commands);
        assertEquals(
                Spoken.ENGLISH.say("console.say.trade-out-of-sight", "rebalance now"),
                state.options().notices().get(0).text());

        answerable = sample.preview.number();
        type("yes");

        assertEquals(List.of(new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW)), commands);
    }

    @Test
    void allCommandsOfALineGoInOrder() {
        type("pause; resume");

        assertEquals(List.of(new DeskCommand.Pause(null, null), new DeskCommand.Resume(null)), commands);
        assertEquals(List.of("1"), judged);
    }

    @Test
    void aLineWithAMistakeIsNotCarriedOutAtAll() {
        type("pause; set sprad 3");

        assertEquals(List.of(), commands);
        var notice = state.options().notices().get(0);
        assertEquals(Notice.Kind.MISTAKE, notice.kind());
        assertTrue(notice.text().startsWith("pause; set sprad 3: "), notice.text());
        assertTrue(notice.text().contains("spread"), notice.text());
    }

    @Test
    void aMistakeTellsItsChoicesInAFewRows() {
        type("theme nope");
        type("help foo");

        var told = state.options().notices().stream().map(Notice::text).toList();
        assertTrue(told.get(0).startsWith("theme nope: "), told.get(0));
        assertTrue(told.get(0).endsWith(" asia, cb-dark, cb-light, dark, light, mono, tty16)"), told.get(0));
        assertTrue(told.get(1).startsWith("help foo: ") && told.get(1).contains(" set, get, "), told.get(1));
        assertTrue(told.get(1).endsWith(" more: help)") && told.get(1).length() < 150, told.get(1));
    }

    @Test
    void aLineThatOnlyChangesParametersIsPreviewedWhileItIsTyped() {
        for (var line :
                List.of("s", "set spread", "set spread 99", "resume", "rebalance now", "set spread 0.3; halt")) {
            controller.typed(line);
        }
        assertEquals(List.of(), previewed);

        controller.typed("set spread 0.3; set layers 2");
        controller.typed("set spread 0.3; set layers 2");

        assertEquals(
                List.of(List.of(
                        new DeskCommand.SetParameters(Map.of("spread", "0.3")),
                        new DeskCommand.SetParameters(Map.of("layers", "2")))),
                previewed);
        assertEquals("set spread 0.3; set layers 2", lines.get(0));
        assertEquals(List.of(), commands);
    }

    @Test
    void whatIsTypedTakesNoQuestionsPreviewAway() {
        type("rebalance now");
        var shown = sample.preview;

        controller.typed("set spread 0.3");

        assertEquals(shown, sample.preview);
    }

    @Test
    void aCommandThatChangesNothingOnTheScreenLeavesNoRow() {
        for (var line : List.of("theme light", "layout full", "fps 4", "mouse on")) {
            type(line);
            type(line);
        }

        var kinds = state.options().notices().stream().map(Notice::kind).toList();
        var each = List.of(Notice.Kind.INFO, Notice.Kind.PASSING);
        assertEquals(
                List.of(each, each, each, each).stream().flatMap(List::stream).toList(), kinds);
    }

    @Test
    void anEmptyLineOnlyClosesThePage() {
        type("help");
        assertNotNull(state.options().page());

        type(" ");

        assertNull(state.options().page());
        assertEquals(List.of(), commands);
    }

    @Test
    void commandsOfTheScreenNeverReachTheDesk() {
        type("theme light; fps 4; help set");

        assertEquals(List.of(), commands);
        assertEquals("light", state.theme().theme().name());
        assertEquals(4, state.framesPerSecond());
        assertNotNull(state.options().page());
    }

    @Test
    void aThemeThatCannotBeUsedKeepsTheLastOneAndSaysWhy() {
        state.theme().use("light");

        var used = state.theme().use("drak");

        assertEquals(false, used);
        assertEquals("light", state.theme().theme().name());
        assertEquals(
                "there is no theme drak; did you mean dark?; the theme stays light",
                state.options().notices().get(0).text());
    }

    @Test
    void noticesAreBounded() {
        for (int i = 0; i < 150; i++) {
            controller.say(Notice.Kind.INFO, Message.plain("notice " + i));
        }

        assertEquals(100, state.options().notices().size());
        assertEquals("notice 149", state.options().notices().get(99).text());
    }

    @Test
    void theAcknowledgeKeyIsTheCommand() {
        controller.acknowledge();

        assertEquals(List.of(new DeskCommand.Acknowledge()), commands);
    }

    @Test
    void theHaltKeyHaltsOnlyWhenPressedTwiceInTime() {
        controller.halt();
        clock.pass(Duration.ofMillis(1600));
        controller.halt();
        assertEquals(List.of(), commands);

        clock.pass(Duration.ofMillis(1400));
        controller.halt();

        assertEquals(List.of(new DeskCommand.Halt(Message.plain("F8 F8"))), commands);
    }

    @Test
    void aThirdHaltKeyBeginsAnew() {
        controller.halt();
        controller.halt();
        controller.halt();

        assertEquals(1, commands.size());
    }

    @Test
    void quotingAgainAsksOnlyWithRealMoney() {
        for (var mode : List.of(Mode.SIM, Mode.REPLAY, Mode.PAPER)) {
            sample.mode = mode;
            type("resume");
        }

        assertEquals(3, commands.size());
    }

    @Test
    void whatRaisesRiskAsksWhereverItIsTyped() {
        type("pause; set fee-floor off");
        var asked = Objects.requireNonNull(state.options().question());
        assertEquals("pause; set fee-floor off", asked.line());
        assertEquals("yes", asked.word());
        assertEquals(clock.instant().plusSeconds(15), asked.until());
        assertEquals(List.of(), commands);

        type("YES");

        assertNull(state.options().question());
        assertEquals(
                List.of(new DeskCommand.Pause(null, null), new DeskCommand.SetParameters(Map.of("fee-floor", "off"))),
                commands);
        assertEquals(List.of("1 agreed"), judged);
    }

    @Test
    void theDeskIsAskedForAPreviewOfAllOfItFirst() {
        type("pause bid; rebalance now");

        assertEquals(
                List.of(List.of(
                        new DeskCommand.Pause(Side.BID, null),
                        new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW))),
                previewed);
        assertEquals(List.of(), commands);
    }

    @Test
    void anAnswerToNothingIsNoCommand() {
        type("yes");
        type("y");
        type("no");

        assertEquals(3, state.options().notices().size());
        assertTrue(state.options().notices().stream()
                .allMatch(notice -> notice.text().contains(Spoken.ENGLISH.say("console.say.nothing-asked"))));
    }

    @Test
    void whatNothingWouldComeOfIsSaidAndNotAsked() {
        answers = false;
        type("rebalance now");
        assertTrue(controller.isAsking());
        sample.preview = Preview.moot(
                Objects.requireNonNull(state.options().question()).number(), List.of(Message.plain("at target")));
        state.see(sample.snapshot(), sample.snapshot().book(), LineView.EMPTY);

        assertNull(state.options().question());
        assertFalse(controller.isAsking());
        var notice = state.options().notices().get(0);
        assertTrue(notice.text().contains("at target"), notice.toString());

        type("yes");
        assertEquals(List.of(), commands);
        type("pause");
        assertEquals(List.of(new DeskCommand.Pause(null, null)), commands);
    }

    @Test
    void noAnswerCountsBeforeThePreviewIsThere() {
        answers = false;
        type("rebalance now");
        type("yes");
        assertEquals(List.of(), commands);
        assertNotNull(state.options().question());

        sample.preview = new Preview(
                Objects.requireNonNull(state.options().question()).number(), List.of(Message.plain("as said")));
        type("yes");

        assertEquals(1, commands.size());
    }

    @Test
    void goingLiveWaitsForTheSymbolAndLaterResumesForYes() {
        sample.mode = Mode.LIVE;
        type("resume");
        assertEquals(List.of(), commands);
        assertEquals("SOL_USDC", word());

        type("sol_usdc");
        assertEquals(List.of(new DeskCommand.Resume(null)), commands);
        assertNull(state.options().question());

        type("resume");
        assertEquals("yes", word());
        type("yes");
        assertEquals(2, commands.size());
    }

    @Test
    void anAnswerThatIsLatePastedOrNoSendsNothing() {
        sample.mode = Mode.LIVE;
        type("set fee-floor off");
        clock.pass(Duration.ofSeconds(16));
        assertNull(state.options().question());
        type("yes");

        type("set fee-floor off");
        controller.completed("yes", true);

        type("set fee-floor off");
        type("n");

        type("set fee-floor off");
        controller.dropQuestion();
        type("yes");

        assertEquals(List.of(), commands);
    }

    @Test
    void anotherCommandMeansNoAndRuns() {
        sample.mode = Mode.LIVE;
        type("resume");

        type("halt");

        assertEquals(List.of(new DeskCommand.Halt(Message.of("command.halt-typed"))), commands);
        assertNull(state.options().question());
    }

    @Test
    void leavingOrdersBehindOnAVenueThatLivesOnWaitsForTheSymbol() {
        sample.mode = Mode.TEST;
        type("quit --keep");
        type("yes");
        assertEquals(List.of(), commands);

        type("quit --keep");
        type("SOL_USDC");

        assertEquals(List.of(new DeskCommand.Quit(true)), commands);
    }

    private void asksForAReviewOf(String line) {
        type(line);

        assertEquals("", Objects.requireNonNull(state.options().question()).word());
        assertEquals(List.of(), commands);
    }

    @Test
    void leavingIsReviewedAndReturnLeaves() {
        for (var mode : Mode.values()) {
            commands.clear();
            sample.mode = mode;
            asksForAReviewOf("quit");
            assertEquals(List.of(new DeskCommand.Quit(false)), previewed.get(previewed.size() - 1));

            type("");

            assertEquals(List.of(new DeskCommand.Quit(false)), commands);
            assertNull(state.options().question());
        }
    }

    @Test
    void leavingIsReviewedAndEscapeStays() {
        asksForAReviewOf("quit");

        assertTrue(controller.dropQuestion());
        type("");

        assertEquals(List.of(), commands);
        assertNull(state.options().question());
    }

    @Test
    void quitTypedTwiceLeavesAndAnythingElseStays() {
        asksForAReviewOf("quit");
        type("quit");
        assertEquals(List.of(new DeskCommand.Quit(false)), commands);
        commands.clear();

        asksForAReviewOf("quit");
        type("pause");

        assertEquals(List.of(new DeskCommand.Pause(null, null)), commands);
        assertNull(state.options().question());
    }

    @Test
    void leavingIsReviewedOnceHoweverTheLineIsMadeUp() {
        asksForAReviewOf("pause; quit");

        type("");

        assertEquals(List.of(new DeskCommand.Pause(null, null), new DeskCommand.Quit(false)), commands);
    }

    @Test
    void aDeskThatIsLeavingAlreadyReviewsNothing() {
        sample.state = DeskState.STOPPING;

        type("quit");

        assertEquals(List.of(new DeskCommand.Quit(false)), commands);
    }

    @Test
    void aReviewIsNotLeftBeforeItIsThereUnlessTheDeskStaysSilent() {
        answers = false;
        asksForAReviewOf("quit");
        type("");
        assertEquals(List.of(), commands);
        assertEquals(Notice.Kind.WARNING, state.options().notices().get(0).kind());

        clock.pass(Duration.ofMillis(2001));
        type("");

        assertEquals(List.of(new DeskCommand.Quit(false)), commands);
    }

    @Test
    void aPasteLeavesNothingAndAnOldReviewNeither() {
        asksForAReviewOf("quit");
        controller.completed("", true);
        controller.completed("quit", true);
        assertEquals(List.of(), commands);

        clock.pass(Duration.ofSeconds(61));
        type("");

        assertEquals(List.of(), commands);
    }

    @Test
    void returnOnAnEmptyLineMeansNo() {
        sample.mode = Mode.LIVE;
        type("set fee-floor off");

        type("");

        assertNull(state.options().question());
        type("yes");
        assertEquals(List.of(), commands);
    }

    @Test
    void aLineThatFiltersIsNoCommand() {
        type("/reject");

        assertEquals("reject", state.options().focus().filter());
        assertEquals(List.of(), state.options().notices());
        assertEquals(List.of(), commands);
    }

    @Test
    void thePageKeysAreForThePageThatIsOpen() {
        type("help");
        state.navigation().page(1);
        state.navigation().top();
        assertEquals(PaneFocus.NONE, state.options().focus());

        type("");
        assertNull(state.options().page());
    }

    @Test
    void whatHasAScreenIsOpenedAndNotSentToTheDesk() {
        type("show orders");

        assertTrue(state.navigation().isScreenOpen());
        assertEquals(List.of(), commands);
    }

    @Test
    void whyIsAPageWhateverItAsksAbout() {
        for (var line : List.of("why", "why bid", "why ask", "why rebalance", "why halted", "show why")) {
            type("zoom off");
            type(line);

            assertTrue(state.navigation().isScreenOpen(), line);
            state.navigation().back();
            assertFalse(state.navigation().isScreenOpen(), line);
        }
        assertEquals(List.of(), commands);
    }

    @Test
    void whatHasNoScreenIsStillTheDesksToTell() {
        type("show stats");

        assertFalse(state.navigation().isScreenOpen());
        assertEquals(List.of(new DeskCommand.Show(DeskCommand.Show.Subject.STATS)), commands);
    }

    @Test
    void aScreenStaysOpenWhileCommandsAreTypedAndHelpDoesNot() {
        type("show orders");
        var orders = state.options().page();
        type("help");
        assertNotEquals(orders, state.options().page());

        type("pause");

        assertEquals(orders, state.options().page());
        state.navigation().back();
        assertNull(state.options().page());
    }

    @Test
    void theLettersOfAScreenGoToTheLineWhileAnAnswerIsAwaited() {
        type("show orders");
        assertFalse(controller.isAsking());

        type("rebalance now");

        assertTrue(controller.isAsking());
        type("yes");
        assertFalse(controller.isAsking());
    }

    @Test
    void anAnswerThatNeverCameHoldsTheLettersNoLonger() {
        type("rebalance now");

        clock.pass(Duration.ofSeconds(16));

        assertFalse(controller.isAsking());
    }

    @Test
    void enterOpensWhatAnAlertSpeaksOf() {
        sample.alerts = List.of(
                new Alert(SampleDesk.NOON, Severity.WARN, Message.plain("slow"), 1),
                new Alert(SampleDesk.NOON, Severity.CRITICAL, Message.of("engine.resting.alarm", "B1", "x"), 1));
        state.navigation().painted(new PaneAreas(), sample.alerts);

        type("");

        assertNotNull(state.options().page());
        assertFalse(state.options().focus().zoomed());
        assertEquals(List.of(), commands);
    }

    @Test
    void enterZoomsAChosenPaneAlthoughThereIsAnAlert() {
        sample.alerts = List.of(new Alert(SampleDesk.NOON, Severity.WARN, Message.plain("slow"), 1));
        state.navigation().painted(new PaneAreas(), sample.alerts);
        type("zoom book");
        type("zoom off");

        type("");

        assertNull(state.options().page());
        assertTrue(state.options().focus().zoomed());
    }

    @Test
    void aLineForThePaletteIsNoCommandAndWhatItFindsIsPutOnTheLine() {
        type(":hlt");
        type(":theme lig");

        assertEquals(List.of("halt", "theme light\r"), typed);
        assertEquals(List.of(), commands);
        assertEquals(List.of(), state.options().notices());
    }

    @Test
    void thePaletteIsOpenAsLongAsTheLineLooksForSomething() {
        var looking = new LineView(List.of(), 0, 0, ":x", "", false, Menu.CLOSED);
        state.see(sample.snapshot(), sample.book, looking);
        assertNotNull(state.options().page());

        state.see(sample.snapshot(), sample.book, LineView.EMPTY);
        assertNull(state.options().page());
    }

    @Test
    void whoZoomsAPaneWantsToSeeIt() {
        type("show orders");

        type("zoom book");

        assertNull(state.options().page());
    }

    @Test
    void theMouseDoesNothingUntilItIsAskedFor() {
        var press = new MouseReport(MouseReport.Kind.PRESS, 0, 0);
        state.mouse(press);
        assertFalse(state.mouse());

        type("mouse on");
        assertTrue(state.mouse());
        state.toggleMouse();
        assertFalse(state.mouse());
    }

    @Test
    void theLayoutsComeRoundInTheirOrder() {
        type("layout next");
        assertEquals(LayoutName.TINY, state.options().layout());
        type("layout full");
        type("layout next");
        assertEquals(LayoutName.AUTO, state.options().layout());
    }

    @Test
    void whatIsFrozenThawsByItselfAfterAMinute() {
        state.see(sample.snapshot(), sample.book, LineView.EMPTY);
        type("freeze");
        clock.pass(Duration.ofSeconds(59));
        assertNotNull(state.options().frozen());

        clock.pass(Duration.ofSeconds(1));
        assertNull(state.options().frozen());

        type("freeze");
        type("freeze off");
        assertNull(state.options().frozen());
    }

    @Test
    void aPaneIsZoomedByItsNameAndBackByEscape() {
        type("zoom fills");
        assertTrue(state.options().focus().zoomed());
        assertEquals(PaneName.FILLS, state.options().focus().chosen());

        state.navigation().back();
        assertFalse(state.options().focus().zoomed());
        state.navigation().back();
        assertNull(state.options().focus().chosen());
    }

    private String word() {
        return Objects.requireNonNull(state.options().question()).word();
    }

    private void type(String line) {
        controller.completed(line, false);
    }

    /** With what the desk is told of its line left out, which is kept beside. */
    private DeskCommand bare(DeskCommand command) {
        if (command instanceof DeskCommand.Judged judged) {
            this.judged.add(judged.line() + (judged.agreed() ? " agreed" : ""));
            return judged.command();
        }
        return command;
    }
}
