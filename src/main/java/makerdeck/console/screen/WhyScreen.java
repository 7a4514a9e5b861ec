package makerdeck.console.screen;

import java.util.List;
import makerdeck.command.DeskCommand;
import makerdeck.console.pane.View;
import makerdeck.console.theme.Role;
import makerdeck.snapshot.Why;
import makerdeck.words.Speech;

/** Why the desk does what it does, as it is now: what holds first, then every gate from top to bottom. */
public final class WhyScreen {

    private WhyScreen() {}

    public static FullScreen of(DeskCommand.Why.Topic topic, Speech speech) {
        var title = topic == DeskCommand.Why.Topic.ALL
                ? speech.say("console.why.all")
                : speech.say("console.why.of", speech.say("command.word.why." + topic.word()));
        return TextScreen.live(title, view -> lines(topic, view));
    }

    private static List<TextLine> lines(DeskCommand.Why.Topic topic, View view) {
        var rows = rows(topic, view.desk().why());
        return rows.isEmpty()
                ? List.of(new TextLine(Role.DIM, view.say("console.why.nothing")))
                : rows.stream()
                        .map(row -> new TextLine(role(row.kind()), view.say(row.text())))
                        .toList();
    }

    private static List<Why.Row> rows(DeskCommand.Why.Topic topic, Why why) {
        return switch (topic) {
            case ALL -> why.all();
            case BID -> why.bids();
            case ASK -> why.asks();
            case REBALANCE -> why.rebalance();
            case HALTED -> why.halted();
        };
    }

    private static Role role(Why.Kind kind) {
        return switch (kind) {
            case HEAD -> Role.TITLE;
            case NEXT -> Role.CHANGED;
            case STEP -> Role.TEXT;
            case OPEN -> Role.DIM;
            case SHUT -> Role.TEXT;
            case HOLDS -> Role.LATE;
        };
    }
}
