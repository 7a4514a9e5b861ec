package makerdeck.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import makerdeck.command.DeskCommand;
import makerdeck.console.keys.Action.Full;
import makerdeck.message.Message;
import makerdeck.snapshot.Why;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

class WhyScreenTest {

    private final ScreenStage stage = new ScreenStage();

    private static Why.Row row(Why.Kind kind, String text) {
        return new Why.Row(kind, Message.plain(text));
    }

    private static Why.Row gate(Why.Kind kind, String name) {
        return new Why.Row(kind, Message.plain("GATE-" + name), Message.plain(name));
    }

    private void open(DeskCommand.Why.Topic topic) {
        stage.screens.show(WhyScreen.of(topic, stage.speech));
    }

    private void bids(Why.Row... rows) {
        stage.desk.why = new Why(List.of(), List.of(rows), List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void whatHoldsStandsAtTheTopAndThePageFollowsTheDesk() {
        bids(
                row(Why.Kind.HEAD, "HEAD"),
                row(Why.Kind.NEXT, "NEXT"),
                gate(Why.Kind.OPEN, "desk"),
                gate(Why.Kind.HOLDS, "pause"),
                gate(Why.Kind.OPEN, "book"));
        open(DeskCommand.Why.Topic.BID);

        assertTrue(stage.row(1).contains("Why: the bids"), stage.row(1));
        assertEquals(" HEAD", stage.row(2));
        assertEquals(" NEXT", stage.row(3));
        assertEquals(" GATE-pause", stage.row(4));
        assertEquals(" 2 gates open: desk, book", stage.row(5));

        bids(row(Why.Kind.HEAD, "QUOTED"));
        assertEquals(" QUOTED", stage.row(2));
        assertEquals("", stage.row(3));
    }

    @Test
    void everyRowCanBeReachedOnASmallScreen() {
        var rows = new Why.Row[40];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(Why.Kind.STEP, "gate " + i);
        }
        bids(rows);
        stage.size(40, 12);
        open(DeskCommand.Why.Topic.BID);
        stage.press(Full.BOTTOM);

        assertTrue(stage.picture().contains("   gate 39\n"), stage.picture());
    }

    @Test
    void beforeAnythingIsKnownThePageSaysSoInBothLanguages() {
        open(DeskCommand.Why.Topic.HALTED);
        assertEquals(" " + stage.speech.say("console.why.nothing"), stage.row(2));

        stage.speech = Spoken.CHINESE;
        open(DeskCommand.Why.Topic.HALTED);
        assertTrue(stage.row(1).contains("原因：停機"), stage.row(1));
        assertEquals(" " + stage.speech.say("console.why.nothing"), stage.row(2));
    }
}
