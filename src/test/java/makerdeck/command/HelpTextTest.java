package makerdeck.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.ParameterPage;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpTextTest {

    private final CommandLanguage language = new CommandLanguage(new FixedCompletionContext());

    @Test
    void theOverviewHasEveryVerbWithItsFormsAndAllParameters() {
        var lines = Told.lines(language, "");

        assertTrue(lines.contains("pause [bid|ask] [for LENGTH]       " + Told.of(Verb.PAUSE.help())));
        assertEquals("parameters: " + String.join(", ", Parameter.keys()), lines.get(lines.size() - 1));
    }

    @Test
    void theOverviewIsTheTableAndNothingElse() {
        var words = Told.lines(language, "").stream()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.split(" ")[0])
                .toList();

        var expected = Stream.concat(Verb.all().stream().map(Verb::word), Stream.of("parameters:"));
        assertEquals(expected.toList(), words);
    }

    @Test
    void aFormWiderThanItsColumnHasARowOfItsOwn() {
        var lines = Told.lines(language, "");
        int row = lines.indexOf("show orders|fills|parameters|presets|faults|alerts|results|why|stats|health");

        assertEquals(" ".repeat(35) + Told.of(Verb.SHOW.help()), lines.get(row + 1));
    }

    @Test
    void formsAreWrittenFromTheTable() {
        assertEquals("""
                set KEY VALUE...
                get [KEY]
                pause [bid|ask] [for LENGTH]
                resume [bid|ask]
                halt
                cancel all|bid|ask|TAG
                rebalance now|dry|stop|on|off
                load preset NAME [for LENGTH]
                save preset NAME [replace]
                diff preset NAME
                presets
                undo [list]
                redo
                show orders|fills|parameters|presets|faults|alerts|results|why|stats|health
                why [bid|ask|rebalance|halted]
                curve
                venue fault|market|faults|calm [NAME] [LENGTH]
                record on|off
                theme NAME
                layout auto|tiny|narrow|wide|full|next
                chart 5m|1h|6h|1d|7d
                zoom [PANE]
                freeze [off]
                mouse on|off
                fps 1..30
                ack [rows]
                help [TOPIC]
                tour [stop]
                detach
                quit [--keep]""", Verb.all().stream().map(verb -> Told.of(verb.usage())).collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void aParameterIsExplainedWithRangeDefaultAndValueNow(Parameter parameter) {
        var lines = Told.help(language, parameter.key());

        assertTrue(lines.contains(Told.of(parameter.help())));
        assertTrue(lines.contains(Told.of(parameter.range()) + "   default " + parameter.initial() + "   now "));
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void aParametersPageHasEveryPartInBothLanguages(Parameter parameter) {
        for (var speech : List.of(Spoken.ENGLISH, Spoken.CHINESE)) {
            var lines = Told.lines(language, parameter.key(), speech);
            for (var part : List.of("does", "risk", "example", "measured", "with", "asks")) {
                var before = speech.say("command.page." + part, "");
                var said = lines.stream()
                        .filter(line -> line.strip().startsWith(before.strip()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(part + " of " + parameter + ": " + lines));
                assertTrue(said.strip().length() > before.strip().length() + 3, said);
                assertFalse(said.contains("strategy."), said);
            }
            var example = speech.say(ParameterPage.example(parameter));
            assertTrue(example.matches(".*[0-9].*"), parameter + " has no figure: " + example);
        }
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void othersThatPlayAlongAreNamedOnceAndNeverItself(Parameter parameter) {
        var others = ParameterPage.playsWith(parameter);

        assertFalse(others.isEmpty() || others.contains(parameter), others.toString());
        assertEquals(others.size(), Set.copyOf(others).size());
    }

    @Test
    void aPageSaysWhereNothingWasMeasured() {
        assertEquals(
                "strategy.page.unmeasured",
                ParameterPage.measured(Parameter.SKEW).key());
        assertEquals(
                "strategy.page.spread.measured",
                ParameterPage.measured(Parameter.SPREAD).key());
        assertTrue(Told.help(language, "skew").contains(Told.of(Message.of("strategy.page.unmeasured"))));
    }

    @Test
    void aNameOfBothVerbAndParameterExplainsBoth() {
        var lines = Told.lines(language, " Rebalance ");
        assertEquals(
                List.of(
                        "rebalance now|dry|stop|on|off",
                        "  " + Told.of(Verb.REBALANCE.help()),
                        "rebalance   " + Told.of(Parameter.REBALANCE.range()) + "   default off   now off",
                        "  " + Told.of(Parameter.REBALANCE.help())),
                lines.subList(0, 4));
        assertEquals(10, lines.size());
    }

    @Test
    void anAliasIsExplainedToo() {
        assertEquals(Told.lines(language, "layers"), Told.lines(language, "max-orders"));
    }

    @Test
    void presetsAreListedWithWhatTheyWouldChange() {
        var lines = Told.lines(language, "presets");

        assertEquals("presets", lines.get(0));
        assertEquals("  high-vol: spread 0.25 -> 0.6 %, target 30 -> 20 %, threshold 15 -> 10 points", lines.get(3));
        assertEquals("    " + new FixedCompletionContext().presetNote("high-vol"), lines.get(4));
        assertEquals("  " + Told.of(stray("/presets/Fast One.properties")), lines.get(8));
        assertEquals(9, lines.size());
    }

    private static Message stray(String file) {
        return Message.of(
                "command.stray-preset",
                file,
                new FixedCompletionContext().strayPresets().get(file));
    }

    @Test
    void anUnknownTopicSuggestsTheNearest() {
        assertEquals(
                List.of("command.no-help[thresold, strategy.did-you-mean[threshold]]"),
                language.help("thresold").stream()
                        .flatMap(line -> line.said(Keys::of).stream())
                        .toList());
    }
}
