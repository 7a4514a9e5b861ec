package makerdeck.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    private static final List<String> PANES =
            Stream.concat(PaneName.words().stream(), Stream.of("off")).toList();

    /** Keys, and the other name one of them has. */
    private static final List<String> KEYS =
            Stream.concat(Parameter.keys().stream(), Stream.of("max-orders")).toList();

    private final CommandLanguage language = new CommandLanguage(new FixedCompletionContext());

    private List<Command> commands(String line) {
        return assertInstanceOf(Parsed.Commands.class, language.parse(line), line)
                .commands();
    }

    private void assertMistake(String message, int start, int end, String line) {
        var mistake = mistake(line);
        assertEquals(inFull(message), Keys.of(mistake.message()));
        assertEquals(start, mistake.start());
        assertEquals(end, mistake.end());
    }

    /** Lists that are too long for a row of a table. */
    private static String inFull(String message) {
        var verbs = Verb.all().stream().map(Verb::word).toList();
        return message.replace("<verbs>", Keys.of(Choices.of("command", verbs)))
                .replace("<keys>", Keys.of(Choices.of("parameter", KEYS)))
                .replace("<topics>", Keys.of(Choices.of("topic", Verb.topics())))
                .replace("<panes>", Keys.of(Choices.of("pane", PANES)));
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
                inFull("command.there-are[command.unknown[command.kind.command, text.stranger[p\u0430use, U+0430],"
                        + " strategy.did-you-mean[pause]], <verbs>]"),
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
                "command.there-are[command.unknown[command.kind.preset, text.typed[foo], message.plain[]], command.choices[broken, high-vol, lost, reckless, wider, command.all.preset]]",
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
                Arguments.of("pa a f 90s", new DeskCommand.Pause(Side.ASK, Duration.ofSeconds(90))),
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
                Arguments.of("show params", new DeskCommand.Show(DeskCommand.Show.Subject.PARAMETERS)),
                Arguments.of("show stats", new DeskCommand.Show(DeskCommand.Show.Subject.STATS)),
                Arguments.of("show health", new DeskCommand.Show(DeskCommand.Show.Subject.HEALTH)),
                Arguments.of("show alerts", new DeskCommand.Show(DeskCommand.Show.Subject.ALERTS)),
                Arguments.of("show why", new DeskCommand.Why(DeskCommand.Why.Topic.ALL)),
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
    @CsvSource({"pause for 1h30m", "pause for 1h 30m", "pause for 90 m", "pause for 5400s", "pause for 1h 29m 60s"})
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
        assertEquals(
                "command.ambiguous[h, command.choices[halt, help, command.all.command]]",
                Keys.of(mistake("h").message()));
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
                "command.there-are[command.unknown[command.kind.command, text.typed[pauze], strategy.did-you-mean[pause]], <verbs>]",
                12,
                17,
                "cancel all; pauze");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sprad 1 | command.meant[command.unknown[command.kind.command, text.typed[sprad], message.plain[]], message.plain[set spread 1]] | 0 | 5",
                "sett spread 1 | command.there-are[command.unknown[command.kind.command, text.typed[sett], strategy.did-you-mean[set]], <verbs>] | 0 | 4",
                "re | command.ambiguous[re, command.choices[resume, rebalance, redo, record, command.all.command]] | 0 | 2",
                "set sprad 0.3 | command.there-are[command.unknown[command.kind.parameter, text.typed[sprad], strategy.did-you-mean[spread]], <keys>] | 4 | 9",
                "set sp 0.3 | command.ambiguous[sp, command.choices[spread, spread.mode, spread.max, command.all.parameter]] | 4 | 6",
                "set spread 25 | strategy.refused.range[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[25], 20] | 11 | 13",
                "set layers 2 spread x | strategy.refused.plain[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[x]] | 20 | 21",
                "set spread 0.3 max-orders 1 layers 2 | command.given-twice[layers] | 28 | 34",
                "set spread 5 | strategy.spread-over-max[4, 5] | 4 | 12",
                "halt now | command.too-many[now, message.plain[halt]] | 5 | 8",
                "pause fro 10m | command.expected[command.or[message.plain[bid, ask], message.plain[for]], fro, strategy.did-you-mean[for]] | 6 | 9",
                "pause for ten | strategy.length[ten] | 10 | 13",
                "pause bid ask | command.expected[for, text.typed[ask], message.plain[]] | 10 | 13",
                "cancel a | command.ambiguous[a, command.choices[all, ask, A2, command.all.order]] | 7 | 8",
                "cancel B9 | command.there-are[command.unknown[command.kind.order, text.typed[B9], message.plain[]], command.choices[all, bid, ask, B1, A2, command.all.order]] | 7 | 9",
                "rebalance nov | command.there-are[command.unknown[command.kind.rebalance, text.typed[nov], strategy.did-you-mean[now]], command.choices[now, dry, stop, on, off, command.all.other]] | 10 | 13",
                "load preset hihg-vol | command.there-are[command.unknown[command.kind.preset, text.typed[hihg-vol], strategy.did-you-mean[high-vol]], command.choices[broken, high-vol, lost, reckless, wider, command.all.preset]] | 12 | 20",
                "load preset broken | command.preset-wrong[broken, strategy.refused.range[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[99], 20]] | 12 | 18",
                "load preset lost | command.unknown[preset, lost, strategy.did-you-mean[lost]] | 12 | 16",
                "load high-vol | command.meant[command.expected[preset, text.typed[high-vol], message.plain[]], message.plain[load preset high-vol]] | 5 | 13",
                "venue calm now | command.venue-nothing[calm] | 11 | 14",
                "venue market ten | command.there-are[command.unknown[command.kind.market, text.typed[ten], message.plain[]], command.choices[calm, wild, command.all.other]] | 13 | 16",
                "venue market wild 10s | command.venue-length[10s] | 18 | 21",
                "theme drak | command.there-are[command.unknown[command.kind.theme, text.typed[drak], strategy.did-you-mean[dark]], command.choices[dark, cb-dark, light, command.all.other]] | 6 | 10",
                "fps 31 | command.whole[fps, 1..30, 31, 30] | 4 | 6",
                "fps 0 | command.whole[fps, 1..30, 0, 1] | 4 | 5",
                "fps -2 | command.whole[fps, 1..30, -2, 1] | 4 | 6",
                "fps 99999999999 | command.whole[fps, 1..30, 99999999999, 30] | 4 | 15",
                "fps 4.5 | command.whole[fps, 1..30, 4.5, 5] | 4 | 7",
                "show odrers | command.there-are[command.unknown[command.kind.show, text.typed[odrers], strategy.did-you-mean[orders]], command.choices[orders, fills, parameters, presets, faults, alerts, results, why, stats, health, command.all.other]] | 5 | 11",
                "help sprad | command.there-are[command.unknown[command.kind.topic, text.typed[sprad], strategy.did-you-mean[spread]], <topics>] | 5 | 10",
                "quit --kep | command.expected[--keep, text.typed[--kep], strategy.did-you-mean[--keep]] | 5 | 10",
                "rebalance foo | command.there-are[command.unknown[command.kind.rebalance, text.typed[foo], message.plain[]], command.choices[now, dry, stop, on, off, command.all.other]] | 10 | 13",
                "theme nope | command.there-are[command.unknown[command.kind.theme, text.typed[nope], message.plain[]], command.choices[dark, cb-dark, light, command.all.other]] | 6 | 10",
                "layout foo | command.there-are[command.unknown[command.kind.layout, text.typed[foo], message.plain[]], command.choices[auto, tiny, narrow, wide, full, next, command.all.other]] | 7 | 10",
                "zoom foo | command.there-are[command.unknown[command.kind.pane, text.typed[foo], message.plain[]], <panes>] | 5 | 8",
                "show foo | command.there-are[command.unknown[command.kind.show, text.typed[foo], message.plain[]], command.choices[orders, fills, parameters, presets, faults, alerts, results, why, stats, health, command.all.other]] | 5 | 8",
                "help foo | command.there-are[command.unknown[command.kind.topic, text.typed[foo], message.plain[]], <topics>] | 5 | 8",
                "get foo | command.there-are[command.unknown[command.kind.parameter, text.typed[foo], message.plain[]], <keys>] | 4 | 7",
                "venue foo | command.there-are[command.unknown[command.kind.venue, text.typed[foo], message.plain[]], command.choices[fault, market, faults, calm, command.all.other]] | 6 | 9",
                "venue fault nope | command.there-are[command.unknown[command.kind.fault, text.typed[nope], message.plain[]], command.choices[ws-silence, late-news, command.all.fault]] | 12 | 16",
                "mouse foo | command.there-are[command.unknown[command.kind.mouse, text.typed[foo], message.plain[]], command.choices[on, off, command.all.other]] | 6 | 9",
                "freeze foo | command.expected[off, text.typed[foo], message.plain[]] | 7 | 10",
                "foo | command.there-are[command.unknown[command.kind.command, text.typed[foo], message.plain[]], <verbs>] | 0 | 3",
                "set spread 0.3 % | command.unit-apart[text.typed[%]] | 15 | 16",
                "set max-loss 100 USDC | command.unit-apart[text.typed[USDC]] | 17 | 21",
                "set spread abc | strategy.refused.plain[spread, strategy.counted[0.001..20, strategy.unit.percent], text.typed[abc]] | 11 | 14",
                "set rebalance yes | strategy.refused.word[rebalance, strategy.or[message.plain[on], message.plain[off]], text.typed[yes], message.plain[]] | 14 | 17",
                "fps abc | command.no-number[fps, 1..30, abc] | 4 | 7",
                "pause for 10 | command.length-unit[10] | 10 | 12",
                "load preset high-vol for 90 | command.length-unit[90] | 25 | 27",
                "venue fault ws-silence 30 | command.length-unit[30] | 23 | 25",
                "venue fault ws-silence for 30 | command.length-unit[30] | 27 | 29",
                "venue fault ws-silence for | command.length-follows | 23 | 26"
            })
    void aWrongWordIsNamedWithItsPlaceAndTheRightOne(String line, String message, int start, int end) {
        assertMistake(message, start, end, line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spread 0.3 | set spread 0.3",
                "sprad 0.3 | set spread 0.3",
                "high-vol | load preset high-vol",
                "hihg-vol | load preset high-vol",
                "preset high-vol | load preset high-vol",
                "load hihg-vol | load preset high-vol",
                "load high-vol for 30m | load preset high-vol for 30m",
                "fault ws-silence | venue fault ws-silence",
                "ws-silence 30s | venue fault ws-silence 30s",
                "venue ws-silence 30s | venue fault ws-silence 30s",
                "venue market wild; wild | venue market wild",
                "pause 10m | pause for 10m",
                "dark | theme dark",
                "A2 | cancel A2",
                "fills | show fills or zoom fills",
                "spread | set spread VALUE or get spread or help spread",
                "bid | pause bid or resume bid or cancel bid"
            })
    void aForgottenWordIsGuessed(String line, String meant) {
        var guessed = Keys.values(mistake(line).message(), "command.meant").get(1);

        assertEquals(meant, Told.of((Message) guessed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"high-vol", "spread 0.3", "A2", "load high-vol"})
    void whatIsGuessedIsNeverRun(String line) {
        assertInstanceOf(Parsed.Mistake.class, language.parse(line));
    }

    @Test
    void aLengthMayFollowForOrTheNameOfTheFault() {
        assertEquals(commands("venue fault ws-silence 20s"), commands("venue fault ws-silence for 20s"));
        assertEquals(commands("venue fault ws-silence 1h 30m"), commands("venue fault ws-silence FOR 1h 30m"));
    }

    @Test
    void choicesAreShownAsFarAsTheyFit() {
        var mistake = mistake("help foo").message();

        assertEquals(mistake, Choices.fitted(mistake, every -> true));
        for (int width = 60; width < 300; width += 7) {
            int most = width;
            var shown = Choices.fitted(mistake, one -> Told.of(one).length() <= most);
            var values = Keys.values(shown, "command.choices-more");
            int listed = String.valueOf(values.get(0)).split(", ").length;
            assertTrue(Told.of(shown).length() <= width, Told.of(shown));
            assertEquals(Verb.topics().size(), listed + (int) (long) values.get(1));
            assertEquals(Message.of("command.all.topic"), values.get(2));
        }
        assertEquals(
                1L,
                Keys.values(Choices.fitted(mistake("mouse foo").message(), one -> false), "command.choices-more")
                        .get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "set spread ! command.incomplete[command.expects.value[strategy.parameter.spread, strategy.counted[0.001..20, strategy.unit.percent], strategy.counted[0.25, strategy.unit.percent]], command.form.repeated[command.form.then[command.form.then[message.plain[set], command.usage.key], command.usage.value]]]",
                "cancel ! command.incomplete[command.listed[command.kind.order, command.choices[all, bid, ask, B1, A2, command.all.order]], command.form.then[message.plain[cancel], command.usage.order]]",
                "pause for ! command.incomplete[command.expects.length, command.form.optional[command.form.optional[message.plain[pause], message.plain[bid|ask]], command.form.then[message.plain[for], command.usage.length]]]",
                "load preset ! command.incomplete[command.listed[command.kind.preset, command.choices[broken, high-vol, lost, reckless, wider, command.all.preset]], command.form.optional[command.form.then[command.form.then[message.plain[load], message.plain[preset]], command.usage.name], command.form.then[message.plain[for], command.usage.length]]]",
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

    @Test
    void goingOnWithoutRowsIsAskedOnlyWhenThereAreSome() {
        var context = new FixedCompletionContext();
        assertEquals(Risk.RAISES, risk(new CommandLanguage(context), "ack rows"));

        context.unreadRows = 0;

        assertEquals(Risk.READS, risk(new CommandLanguage(context), "ack rows"));
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
