package makerdeck.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.strategy.parameters.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpTextTest {

    private final CommandLanguage language = new CommandLanguage(new FixedCompletionContext());

    @Test
    void theOverviewHasEveryVerbWithItsFormsAndAllParameters() {
        var lines = Told.lines(language, "");

        assertTrue(lines.contains("pause [bid|ask] [for LENGTH]       "
                + "takes the quotes of both sides or one away, for a time or until resumed"));
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
        int row = lines.indexOf("show orders|fills|params|stats|health|alerts|why");

        assertEquals(" ".repeat(35) + "prints to the log", lines.get(row + 1));
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
                show orders|fills|params|stats|health|alerts|why
                venue fault|market|faults|calm [NAME] [LENGTH]
                theme NAME
                layout auto|tiny|narrow|wide|full|next
                zoom [PANE]
                freeze [off]
                mouse on|off
                fps 1..30
                ack [rows]
                help [TOPIC]
                quit [--keep]""", Verb.all().stream().map(verb -> Told.of(verb.usage())).collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void aParameterIsExplainedWithRangeDefaultAndValueNow(Parameter parameter) {
        var lines = Told.help(language, parameter.key());

        assertTrue(lines.contains(Told.of(parameter.help())));
        assertTrue(lines.contains(Told.of(parameter.range()) + "   default " + parameter.initial() + "   now "));
    }

    @Test
    void aNameOfBothVerbAndParameterExplainsBoth() {
        assertEquals(
                List.of(
                        "rebalance now|dry|stop|on|off",
                        "  brings the base asset to its target now, only says how, stops doing so, or does it by itself",
                        "rebalance   on or off   default off   now off",
                        "  trade back to the target by itself"),
                Told.lines(language, " Rebalance "));
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
        assertEquals("    when much moves", lines.get(4));
        assertEquals(
                "  /presets/Fast One.properties cannot be loaded by any name: rename it to fast-one.properties",
                lines.get(8));
        assertEquals(9, lines.size());
    }

    @Test
    void anUnknownTopicSuggestsTheNearest() {
        assertEquals(List.of("no help for thresold: did you mean threshold?"), Told.lines(language, "thresold"));
    }
}
