package makerdeck.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand.Rehearse.What;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLanguageTest {

    private final CommandLanguage language = new CommandLanguage(new FixedCompletionContext());

    private List<Command> commands(String line) {
        return assertInstanceOf(Parsed.Commands.class, language.parse(line), line)
                .commands();
    }

    private void assertMistake(String message, int start, int end, String line) {
        var mistake = mistake(line);
        assertEquals(message, Keys.of(mistake.message()));
        assertEquals(start, mistake.start());
        assertEquals(end, mistake.end());
    }

    private Parsed.Mistake mistake(String line) {
        return assertInstanceOf(Parsed.Mistake.class, language.parse(line), line);
    }

    private static DeskCommand rehearse(What what, String name, @Nullable Duration length) {
        return new DeskCommand.Rehearse(what, name, length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFset spread 0.5",
                "set\u00A0spread\u30000.5",
                "set spread\uFF1D0.5",
                "set spr\u200Bead 0.5",
                "\uFF53\uFF45\uFF54 spread \uFF10\uFF0E\uFF15",
                "set spread 0.5\u200B",
                "set spread 0.5 \uFF03 so much",
                "set\tspread\t0.5"
            })
    void whatOnlyLooksTheSameMeansTheSame(String line) {
        assertEquals(commands("set spread 0.5"), commands(line));
    }

    @Test
    void aLetterThatOnlyLooksPlainIsNamed() {
        assertEquals(
                "command.unknown[command.kind.command, text.stranger[p\u0430use, U+0430],"
                        + " strategy.did-you-mean[pause]]",
                Keys.of(mistake("p\u0430use").message()));
    }

    @Test
    void whatTurnsTheDirectionOfReadingIsRefusedByItsName() {
        assertEquals(
                "command.misleading[text.misleading[U+202E]]",
                Keys.of(mistake("set spread \u202E5.0").message()));
    }

    @Test
    void whatTheSurroundingsFailAtIsTheAnswer() {
        var unreadable = new CommandLanguage((CompletionContext) Proxy.newProxyInstance(
                CompletionContext.class.getClassLoader(),
                new Class<?>[] {CompletionContext.class},
                (self, method, arguments) -> {
                    if (method.getName().startsWith("preset")) {
                        throw new UncheckedIOException("presets folder x cannot be read", new IOException());
                    }
                    return method.invoke(new FixedCompletionContext(), arguments);
                }));
        var answer = Message.of("command.failed", Message.plain("presets folder x cannot be read"));

        for (var line : List.of("load preset high-vol", "load preset ", "save preset mine", "preset auto on")) {
            if (unreadable.parse(line) instanceof Parsed.Mistake mistake) {
                assertEquals(true, mistake.start() <= line.length() && mistake.end() <= line.length(), line);
            }
            unreadable.complete(line, line.length());
            unreadable.hint(line);
        }
        assertEquals(
                answer,
                assertInstanceOf(Parsed.Mistake.class, unreadable.parse("load preset high-vol"))
                        .message());
        assertEquals(List.of(), unreadable.complete("load preset h", 13));
        assertEquals(Optional.of(answer), unreadable.hint("load preset high-vol"));
        assertEquals(Map.of(), unreadable.preset("high-vol"));
        assertInstanceOf(Parsed.Commands.class, unreadable.parse("pause"));
    }

    @Test
    void aNameThatIsTakenIsOnlyReplacedWhenThatIsSaid() {
        assertEquals(
                "command.name-taken[high-vol]",
                Keys.of(mistake("save preset high-vol").message()));
    }

    @Test
    void aNameThatIsNoneNamesTheNearestLegalOne() {
        assertEquals(
                "strategy.preset-name[40, text.typed[../etc], etc]",
                Keys.of(mistake("save preset ../etc").message()));
    }

    @Test
    void anUnknownPresetNamesAllThereAre() {
        assertEquals(
                "command.there-are[command.unknown[command.kind.preset, text.typed[foo], message.plain[]], broken, high-vol, lost, reckless, wider]",
                Keys.of(mistake("load preset foo").message()));
    }

    static Stream<Arguments> everyForm() {
        return Stream.of(
                Arguments.of("set spread 0.3", new DeskCommand.SetParameters(Map.of("spread", "0.3"))),
                Arguments.of("SET Spread=0.3", new DeskCommand.SetParameters(Map.of("spread", "0.3"))),
                Arguments.of("set spread +10%", new DeskCommand.SetParameters(Map.of("spread", "+10%"))),
                Arguments.of("set max-orders 5", new DeskCommand.SetParameters(Map.of("layers", "5"))),
                Arguments.of(
                        "set layers 5 spread = 0.4",
                        new DeskCommand.SetParameters(Map.of("layers", "5", "spread", "0.4"))),
                Arguments.of(
                        "set spread.max 6 spread 5",
                        new DeskCommand.SetParameters(Map.of("spread.max", "6", "spread", "5"))),
                Arguments.of("set thr 12", new DeskCommand.SetParameters(Map.of("threshold", "12"))),
                Arguments.of("get", new DeskCommand.GetParameter("")),
                Arguments.of("get spread", new DeskCommand.GetParameter("spread")),
                Arguments.of("pause", new DeskCommand.Pause(null, null)),
                Arguments.of("pause bid", new DeskCommand.Pause(Side.BID, null)),
                Arguments.of("pause for 10m", new DeskCommand.Pause(null, Duration.ofMinutes(10))),
                Arguments.of("pa a f 90", new DeskCommand.Pause(Side.ASK, Duration.ofSeconds(90))),
                Arguments.of("resume", new DeskCommand.Resume(null)),
                Arguments.of("resume ask", new DeskCommand.Resume(Side.ASK)),
                Arguments.of("halt", new DeskCommand.Halt(Message.of("command.halt-typed"))),
                Arguments.of("cancel all", new DeskCommand.Cancel(null, null)),
                Arguments.of("cancel bid", new DeskCommand.Cancel(Side.BID, null)),
                Arguments.of("cancel ask", new DeskCommand.Cancel(Side.ASK, null)),
                Arguments.of("cancel a2", new DeskCommand.Cancel(null, "A2")),
                Arguments.of("rebalance now", new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW)),
                Arguments.of("rebalance dry", new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.DRY)),
                Arguments.of("reb stop", new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.STOP)),
                Arguments.of("rebalance on", new DeskCommand.SetParameters(Map.of("rebalance", "on"))),
                Arguments.of("rebalance off", new DeskCommand.SetParameters(Map.of("rebalance", "off"))),
                Arguments.of("load preset HIGH-vol", preset(null)),
                Arguments.of("lo p h for 30m", preset(Duration.ofMinutes(30))),
                Arguments.of("presets", new ScreenCommand.Help("presets")),
                Arguments.of("venue fault ws-silence 30s", rehearse(What.FAULT, "ws-silence", Duration.ofSeconds(30))),
                Arguments.of("venue fault ws", rehearse(What.FAULT, "ws-silence", null)),
                Arguments.of("venue faults", rehearse(What.FAULTS, "", null)),
                Arguments.of("venue market wild", rehearse(What.MARKET, "wild", null)),
                Arguments.of("venue calm", rehearse(What.CALM, "", null)),
                Arguments.of("save preset mine", new DeskCommand.SavePreset("mine", false)),
                Arguments.of("save preset Mine_2 replace", new DeskCommand.SavePreset("mine_2", true)),
                Arguments.of("save preset high-vol replace", new DeskCommand.SavePreset("high-vol", true)),
                Arguments.of(
                        "diff preset high-vol",
                        new DeskCommand.DiffPreset(
                                "high-vol", Map.of("target", "20", "threshold", "10", "spread", "0.6"))),
                Arguments.of("undo list", new DeskCommand.UndoList()),
                Arguments.of("undo", new DeskCommand.Undo()),
                Arguments.of("redo", new DeskCommand.Redo()),
                Arguments.of("show orders", new DeskCommand.Show(DeskCommand.Show.Subject.ORDERS)),
                Arguments.of("show fills", new DeskCommand.Show(DeskCommand.Show.Subject.FILLS)),
                Arguments.of("show params", new DeskCommand.Show(DeskCommand.Show.Subject.PARAMS)),
                Arguments.of("show stats", new DeskCommand.Show(DeskCommand.Show.Subject.STATS)),
                Arguments.of("show health", new DeskCommand.Show(DeskCommand.Show.Subject.HEALTH)),
                Arguments.of("show alerts", new DeskCommand.Show(DeskCommand.Show.Subject.ALERTS)),
                Arguments.of("show why", new DeskCommand.Show(DeskCommand.Show.Subject.WHY)),
                Arguments.of("theme cb", new ScreenCommand.UseTheme("cb-dark")),
                Arguments.of("fps 30", new ScreenCommand.FramesPerSecond(30)),
                Arguments.of("ack", new DeskCommand.Acknowledge()),
                Arguments.of("ack rows", new DeskCommand.LeaveOutRows()),
                Arguments.of("help", new ScreenCommand.Help("")),
                Arguments.of("help set", new ScreenCommand.Help("set")),
                Arguments.of("help spread", new ScreenCommand.Help("spread")),
                Arguments.of("quit", new DeskCommand.Quit(false)),
                Arguments.of("quit --keep", new DeskCommand.Quit(true)));
    }

    private static DeskCommand preset(@Nullable Duration length) {
        return new DeskCommand.LoadPreset(
                "high-vol", Map.of("target", "20", "threshold", "10", "spread", "0.6"), length);
    }

    @ParameterizedTest
    @CsvSource({"q, quit", "qu, quit", "qui, quit", "ha, halt", "hal, halt", "HA, halt", "Q, quit"})
    void whatEndsTheDesksWorkIsTypedWhole(String typed, String whole) {
        assertEquals(
                "command.typed-whole[" + typed + ", " + whole + "]",
                Keys.of(mistake(typed).message()));
        assertInstanceOf(Parsed.Commands.class, language.parse(whole.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({"pause for 1h30m", "pause for 1h 30m", "pause for 90 m", "pause for 5400", "pause for 1h 29m 60s"})
    void aLengthIsUnderstoodAsTheDeskPrintsIt(String line) {
        assertEquals(List.of(new DeskCommand.Pause(null, Duration.ofMinutes(90))), commands(line));
    }

    @Test
    void aLengthOfSeveralWordsEndsWhereTheNextWordBegins() {
        assertEquals(
                List.of(new DeskCommand.SetParameters(Map.of("duration", "1h 30m", "spread", "0.3"))),
                commands("set duration 1h 30m spread 0.3"));
        assertEquals(
                "5400", Parameters.defaults().with(Map.of("duration", "1h 30m")).text(Parameter.DURATION));
    }

    @Test
    void aBeginningThatMayAlsoBeHaltRunsNothing() {
        assertEquals("command.ambiguous[h, halt, help]", Keys.of(mistake("h").message()));
        assertEquals(
                "command.typed-whole[--k, --keep]", Keys.of(mistake("quit --k").message()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "exit", "bye", "STOP", "kill", ":q"})
    void wordsThatStopElsewhereNameBothWaysOut(String typed) {
        assertEquals(
                "command.how-to-stop[" + typed + ", quit, halt]",
                Keys.of(mistake(typed).message()));
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void everyFormOfTheTableIsUnderstood(String line, Command command) {
        assertEquals(List.of(command), commands(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "# set spread 99", ";", " ; ; # nothing"})
    void nothingAndCommentsAreNoCommand(String line) {
        assertEquals(new Parsed.Commands(List.of(), Risk.READS), language.parse(line));
    }

    @Test
    void commandsAreChainedAndACommentEndsTheLine() {
        assertEquals(
                List.of(
                        new DeskCommand.Pause(null, null),
                        new DeskCommand.Cancel(null, null),
                        new DeskCommand.GetParameter("")),
                commands("pause; cancel all ;get # then; quit"));
    }

    @Test
    void oneMistakeStopsTheWholeChain() {
        assertMistake(
                "command.unknown[command.kind.command, text.typed[pauze], strategy.did-you-mean[pause]]",
                12,
                17,
                "cancel all; pauze");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sprad 1 | command.unknown-verb[sprad, set, spread] | 0 | 5",
                "sett spread 1 | command.unknown[command.kind.command, text.typed[sett], strategy.did-you-mean[set]] | 0 | 4",
                "re | command.ambiguous[re, resume, rebalance, redo] | 0 | 2",
                "set sprad 0.3 | command.unknown[command.kind.parameter, text.typed[sprad], strategy.did-you-mean[spread]] | 4 | 9",
                "set sp 0.3 | command.ambiguous[sp, spread, spread.mode, spread.max] | 4 | 6",
                "set spread 25 | strategy.refused.range[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[25], 20] | 11 | 13",
                "set layers 2 spread x | strategy.refused.plain[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[x], 0.25] | 20 | 21",
                "set spread 0.3 max-orders 1 layers 2 | command.given-twice[layers] | 28 | 34",
                "set spread 5 | strategy.spread-over-max[4, 5] | 4 | 12",
                "halt now | command.too-many[now, message.plain[halt]] | 5 | 8",
                "pause fro 10m | command.expected[command.or[message.plain[bid, ask], message.plain[for]], fro, strategy.did-you-mean[for]] | 6 | 9",
                "pause for ten | strategy.length[ten] | 10 | 13",
                "pause bid ask | command.unknown[command.kind.for, text.typed[ask], message.plain[]] | 10 | 13",
                "cancel a | command.ambiguous[a, all, ask, A2] | 7 | 8",
                "cancel B9 | command.unknown[command.kind.order, text.typed[B9], strategy.did-you-mean[B1]] | 7 | 9",
                "rebalance nov | command.unknown[command.kind.rebalance, text.typed[nov], strategy.did-you-mean[now]] | 10 | 13",
                "load preset hihg-vol | command.there-are[command.unknown[command.kind.preset, text.typed[hihg-vol], strategy.did-you-mean[high-vol]], broken, high-vol, lost, reckless, wider] | 12 | 20",
                "load preset broken | command.preset-wrong[broken, strategy.refused.range[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[99], 20]] | 12 | 18",
                "load preset lost | command.unknown[preset, lost, strategy.did-you-mean[lost]] | 12 | 16",
                "load high-vol | command.unknown[command.kind.object, text.typed[high-vol], message.plain[]] | 5 | 13",
                "venue calm now | command.venue-nothing[calm] | 11 | 14",
                "venue market ten | command.expected[command.expects.market, ten, message.plain[]] | 13 | 16",
                "venue market wild 10s | command.venue-length[10s] | 18 | 21",
                "theme drak | command.unknown[command.kind.theme, text.typed[drak], strategy.did-you-mean[dark]] | 6 | 10",
                "fps 31 | command.whole[fps, 1..30, 31, 30] | 4 | 6",
                "fps 0 | command.whole[fps, 1..30, 0, 1] | 4 | 5",
                "fps -2 | command.whole[fps, 1..30, -2, 1] | 4 | 6",
                "fps 99999999999 | command.whole[fps, 1..30, 99999999999, 30] | 4 | 15",
                "fps 4.5 | command.whole[fps, 1..30, 4.5, 1] | 4 | 7",
                "show odrers | command.unknown[command.kind.show, text.typed[odrers], strategy.did-you-mean[orders]] | 5 | 11",
                "help sprad | command.unknown[command.kind.topic, text.typed[sprad], strategy.did-you-mean[spread]] | 5 | 10",
                "quit --kep | command.unknown[command.kind.quit, text.typed[--kep], strategy.did-you-mean[--keep]] | 5 | 10"
            })
    void aWrongWordIsNamedWithItsPlaceAndTheRightOne(String line, String message, int start, int end) {
        assertMistake(message, start, end, line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "set spread ! command.incomplete[command.expects.value[strategy.parameter.spread, strategy.counted[0.001..20, strategy.unit.percent], strategy.counted[0.25, strategy.unit.percent]], command.form.repeated[command.form.then[command.form.then[message.plain[set], command.usage.key], command.usage.value]]]",
                "cancel ! command.incomplete[command.listed[command.kind.order, all, bid, ask, B1, A2], command.form.then[message.plain[cancel], command.usage.order]]",
                "pause for ! command.incomplete[command.expects.length, command.form.optional[command.form.optional[message.plain[pause], message.plain[bid|ask]], command.form.then[message.plain[for], command.usage.length]]]",
                "load preset ! command.incomplete[command.listed[command.kind.preset, broken, high-vol, lost, reckless, wider], command.form.optional[command.form.then[command.form.then[message.plain[load], message.plain[preset]], command.usage.name], command.form.then[message.plain[for], command.usage.length]]]",
                "rebalance ! command.incomplete[message.plain[now, dry, stop, on, off], command.form.then[message.plain[rebalance], message.plain[now|dry|stop|on|off]]]"
            })
    void aCommandThatIsNotAllThereSaysWhatIsMissing(String line, String message) {
        assertMistake(message, line.length(), line.length(), line);
    }

    @ParameterizedTest
    @CsvSource({
        "get, READS",
        "show stats, READS",
        "pause, LOWERS",
        "halt, LOWERS",
        "cancel all, LOWERS",
        "rebalance stop, LOWERS",
        "quit, LOWERS",
        "rebalance dry, READS",
        "rebalance on, RAISES",
        "rebalance off, CHANGES",
        "rebalance now, RAISES",
        "resume, STARTS",
        "undo, RAISES",
        "redo, CHANGES",
        "undo list, READS",
        "set spread 0.3, CHANGES",
        "set fee-floor on, CHANGES",
        "set fee-floor off, RAISES",
        "set max-order 50, CHANGES",
        "set max-order 101, RAISES",
        "set max-order 0, RAISES",
        "set max-loss 10, CHANGES",
        "set quantity 9.9, CHANGES",
        "set quantity 10, RAISES",
        "set quantity auto, CHANGES",
        "set quantity +60%; set quantity +60%, RAISES",
        "set quantity +60%; set spread 0.3, CHANGES",
        "undo; undo, RAISES",
        "set target 69, CHANGES",
        "set target 95, RAISES",
        "load preset high-vol, CHANGES",
        "load preset reckless, RAISES",
        "quit --keep, ABANDONS",
        "get; rebalance now; pause, RAISES"
    })
    void aLineIsAsRiskyAsItsRiskiestCommand(String line, Risk risk) {
        assertEquals(
                risk,
                assertInstanceOf(Parsed.Commands.class, language.parse(line)).risk());
    }

    @ParameterizedTest
    @CsvSource({
        "load preset high-vol for 30m, on, CHANGES, RAISES",
        "load preset high-vol for 30m, off, CHANGES, CHANGES",
        "load preset wider for 30m, on, CHANGES, CHANGES",
        "set spread 0.3; load preset high-vol for 30m, on, CHANGES, RAISES"
    })
    void aPresetForAWhileIsAskedWhenItsEndMayHaveTheDeskTrade(
            String line, String rebalance, Risk forGood, Risk forAWhile) {
        var armed = new CommandLanguage(new FixedCompletionContext(Map.of("rebalance", rebalance), Map.of()));

        assertEquals(forAWhile, risk(armed, line));
        assertEquals(forGood, risk(armed, line.replace(" for 30m", "")));
    }

    @Test
    void whatAnEarlierPresetStillGivesBackCountsToo() {
        var lent = new CommandLanguage(new FixedCompletionContext(Map.of(), Map.of("rebalance", "on", "target", "50")));

        assertEquals(Risk.RAISES, risk(lent, "load preset wider for 30m"));
        assertEquals(Risk.CHANGES, risk(lent, "load preset wider"));
    }

    @Test
    void quotingAgainIsAskedWhenTheDeskThenTradesByItself() {
        var beyond = new FixedCompletionContext(Map.of("rebalance", "on", "target", "60"), Map.of());
        var within = new FixedCompletionContext(Map.of("rebalance", "on"), Map.of());

        assertEquals(Risk.RAISES, risk(new CommandLanguage(beyond), "resume"));
        assertEquals(Risk.STARTS, risk(new CommandLanguage(within), "resume"));
    }

    private static Risk risk(CommandLanguage language, String line) {
        return assertInstanceOf(Parsed.Commands.class, language.parse(line)).risk();
    }
}
