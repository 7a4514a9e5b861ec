package makerdeck.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import makerdeck.strategy.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpTextTest {

    private final CommandLanguage language = new CommandLanguage(new FixedSurroundings());

    @Test
    void theOverviewHasEveryVerbWithItsFormsAndAllParameters() {
        var lines = language.help("");

        assertEquals(Verb.all().size() + 1, lines.size());
        assertTrue(lines.contains("pause [bid|ask] [for LENGTH]       "
                + "takes the quotes of both sides or one away, for a time or until resumed"));
        assertEquals("parameters: " + String.join(", ", Parameter.keys()), lines.get(lines.size() - 1));
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
                presets
                undo
                redo
                show orders|fills|params|stats|health|alerts
                theme NAME
                fps 1..30
                ack
                help [TOPIC]
                quit [--keep]""", Verb.all().stream().map(Verb::usage).collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void aParameterIsExplainedWithRangeDefaultAndValueNow(Parameter parameter) {
        var lines = String.join("\n", language.help(parameter.key()));

        assertTrue(lines.contains(parameter.help()));
        assertTrue(lines.contains(parameter.range() + "   default " + parameter.initial() + "   now "));
    }

    @Test
    void aNameOfBothVerbAndParameterExplainsBoth() {
        assertEquals(
                List.of(
                        "rebalance now|dry|stop|on|off",
                        "  brings the base asset to its target now, only says how, stops doing so, or does it by itself",
                        "rebalance   on or off   default off   now off",
                        "  trade back to the target by itself"),
                language.help(" Rebalance "));
    }

    @Test
    void anAliasIsExplainedToo() {
        assertEquals(language.help("layers"), language.help("max-orders"));
    }

    @Test
    void presetsAreListedWithWhatTheyWouldChange() {
        var lines = language.help("presets");

        assertEquals("presets", lines.get(0));
        assertEquals("  high-vol: spread 0.25 -> 0.6 %, target 30 -> 20 %, threshold 15 -> 10 points", lines.get(3));
        assertEquals(6, lines.size());
    }

    @Test
    void anUnknownTopicSuggestsTheNearest() {
        assertEquals(List.of("no help for thresold: did you mean threshold?"), language.help("thresold"));
    }
}
