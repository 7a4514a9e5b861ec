package makerdeck.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameter;

/** What the names stand for that an operator chooses from. */
final class Meanings {

    private static final String OFF = "off";
    private static final List<String> GROUPS = List.of("all", "bid", "ask");
    private static final Set<String> THEMES = Set.of("asia", "cb-dark", "cb-light", "dark", "light", "mono", "tty16");
    private static final Set<String> MARKETS = Set.of("calm", "normal", "wild", "trend", "flash-crash", "dead", "demo");

    private Meanings() {}

    /** All own orders, those of a side, or one by its tag. */
    static List<String> cancellable(CompletionContext context) {
        return Stream.concat(GROUPS.stream(), context.orders().keySet().stream())
                .toList();
    }

    static Message order(CompletionContext context, String name) {
        var one = context.orders().get(name);
        if (one != null) {
            return one;
        }
        var side = name.substring(0, 1).toUpperCase(Locale.ROOT);
        long count = context.orders().keySet().stream()
                .filter(tag -> name.equals("all") || tag.startsWith(side))
                .count();
        return Message.of("command.orders." + name, count);
    }

    /** A few words for those that are shipped. */
    static Message theme(CompletionContext context, String name) {
        return THEMES.contains(name) ? Message.of("command.word.theme." + name) : WordSet.kind("theme");
    }

    static Message market(String name) {
        return MARKETS.contains(name) ? Message.of("command.word.market." + name) : WordSet.kind("market");
    }

    static List<String> panes() {
        return Stream.concat(PaneName.words().stream(), Stream.of(OFF)).toList();
    }

    static Message pane(CompletionContext context, String name) {
        return Message.of("command.word.pane." + name);
    }

    /** A verb, or what a parameter is. */
    static Message topic(CompletionContext context, String name) {
        if (name.equals(HelpText.SCREEN)) {
            return Message.of("command.topic.screen");
        }
        return Verb.all().stream()
                .filter(verb -> verb.word().equals(name))
                .findFirst()
                .map(Verb::help)
                .orElseGet(() -> Parameter.named(name).help());
    }
}
