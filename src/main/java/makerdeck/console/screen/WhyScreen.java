package makerdeck.console.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.console.pane.View;
import makerdeck.console.theme.Role;
import makerdeck.snapshot.Why;
import makerdeck.words.Speech;

/**
 * Why the desk does what it does, as it is now: how desk and sides stand and
 * what happens next, then what holds, then in one line what is open.
 */
public final class WhyScreen {

    private static final String STEP = "  ";

    private WhyScreen() {}

    public static FullScreen of(DeskCommand.Why.Topic topic, Speech speech) {
        var title = topic == DeskCommand.Why.Topic.ALL
                ? speech.say("console.why.all")
                : speech.say("console.why.of", speech.say("command.word.why." + topic.word()));
        return TextScreen.live(title, view -> lines(topic, view));
    }

    private static List<TextLine> lines(DeskCommand.Why.Topic topic, View view) {
        var rows = rows(topic, view.desk().why());
        if (rows.isEmpty()) {
            return List.of(new TextLine(Role.DIM, view.say("console.why.nothing")));
        }
        var lines = new ArrayList<TextLine>();
        rows.stream()
                .filter(row -> !isOpenGate(row))
                .forEach(row -> lines.add(new TextLine(
                        role(row.kind()), (row.kind() == Why.Kind.STEP ? STEP : "") + view.say(row.text()))));
        var open = rows.stream().filter(WhyScreen::isOpenGate).toList();
        if (!open.isEmpty()) {
            lines.add(new TextLine(
                    Role.DIM,
                    view.say(
                            "console.why.open",
                            open.size(),
                            open.stream()
                                    .flatMap(row -> Stream.ofNullable(row.gate()))
                                    .map(view::say)
                                    .collect(Collectors.joining(view.say("console.why.and"))))));
        }
        return lines;
    }

    /** What is open needs no row of its own. */
    private static boolean isOpenGate(Why.Row row) {
        return row.kind() == Why.Kind.OPEN && row.gate() != null;
    }

    private static List<Why.Row> rows(DeskCommand.Why.Topic topic, Why why) {
        return switch (topic) {
            case ALL ->
                Stream.of(why.desk(), sayings(why.bids()), sayings(why.asks()), why.gates())
                        .flatMap(List::stream)
                        .toList();
            case BID -> why.bids();
            case ASK -> why.asks();
            case REBALANCE -> why.rebalance();
            case HALTED -> why.halted();
        };
    }

    /** Of a side, without its gates. */
    private static List<Why.Row> sayings(List<Why.Row> rows) {
        return rows.stream().filter(row -> row.gate() == null).toList();
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
