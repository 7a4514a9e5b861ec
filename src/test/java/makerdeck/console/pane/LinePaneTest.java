package makerdeck.console.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import makerdeck.command.DeskCommand;
import makerdeck.console.SampleDesk;
import makerdeck.console.line.LineView;
import makerdeck.console.line.Menu;
import makerdeck.console.line.Span;
import makerdeck.console.theme.Role;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.Preview;
import makerdeck.snapshot.Severity;
import org.junit.jupiter.api.Test;

/** What stands under the command line. */
class LinePaneTest {

    private final Screens screens = new Screens();

    private String lastRows(int rows) {
        var all = screens.paint(80, 24).split("\n");
        return String.join("\n", List.of(all).subList(all.length - rows, all.length)) + "\n";
    }

    @Test
    void aChangeWithoutEffectSaysWhyWhileItIsTyped() {
        var text = "set spread 0.12";
        screens.line = new LineView(
                List.of(List.of(new Span(Role.INPUT, text))),
                0,
                text.length(),
                text,
                "spread 0.15 -> 0.12 %",
                false,
                Menu.CLOSED);
        var effect = Message.of("engine.effect.none", Message.of("engine.effect.fees", "0.18"));
        screens.desk.preview = new Preview(DeskCommand.Preview.TYPED, List.of(), text, effect);

        assertEquals("""
                SIM> set spread 0.12
                 spread 0.15 -> 0.12 %    no effect: fee floor 0.18 %
                """, lastRows(2));

        screens.desk.preview = new Preview(DeskCommand.Preview.TYPED, List.of(), "set spread 0.1", effect);
        assertEquals("""
                SIM> set spread 0.12
                 spread 0.15 -> 0.12 %
                """, lastRows(2));
    }

    @Test
    void whatChangedNothingIsAnsweredUnderTheLineAndInNoLog() {
        var said = Message.of("engine.set.no-differences");
        var answer = new DeskNews.CommandAnswered("set spread 0.25", said, true, Duration.ZERO, true);
        screens.desk.log.add(new DeskEvent(
                99,
                SampleDesk.NOON,
                Severity.INFO,
                Message.of("engine.command.answered", "set spread 0.25", said),
                answer));

        assertEquals("""
                SIM>
                 set spread 0.25: no differences
                """, lastRows(2));
        assertEquals(1, screens.paint(80, 24).split("no differences", -1).length - 1);

        screens.now = SampleDesk.NOON.plusSeconds(8);
        assertFalse(screens.paint(80, 24).contains("no differences"));
    }

    @Test
    void aThemeThatIsThereAlreadyIsAnsweredUnderTheLineAndInNoLog() {
        screens.notices = List.of(new Notice(SampleDesk.NOON.plusMillis(1), Notice.Kind.PASSING, "theme dark"));
        screens.now = SampleDesk.NOON.plusMillis(10);

        assertEquals("""
                SIM>
                 theme dark
                """, lastRows(2));
        assertEquals(1, screens.paint(80, 24).split("theme dark", -1).length - 1);
    }
}
