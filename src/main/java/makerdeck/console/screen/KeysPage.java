package makerdeck.console.screen;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import makerdeck.command.CommandLanguage;
import makerdeck.console.keys.Hint;
import makerdeck.console.keys.Key;
import makerdeck.console.keys.KeyBinding;
import makerdeck.console.pane.View;
import makerdeck.console.theme.Role;
import makerdeck.words.Speech;

/** What can be pressed where the operator is, and what can be typed. */
public final class KeysPage {

    private KeysPage() {}

    /** @param under the screen that is open, empty over the panes */
    public static FullScreen of(Optional<FullScreen> under, CommandLanguage language, Speech speech) {
        return TextScreen.read(speech.say("console.title.keys"), view -> lines(under, language, view));
    }

    private static List<TextLine> lines(Optional<FullScreen> under, CommandLanguage language, View view) {
        var facts = new Facts(view);
        under.filter(screen -> !screen.isPassing()).ifPresent(screen -> {
            facts.heading("console.keys.here");
            screen.hints(view).forEach(hint -> facts.line(Role.TEXT, labels(hint.binding()), view.say(hint.does())));
            facts.line(Role.TEXT, labels(KeyBinding.NEXT_ROW), view.say("console.key.down"));
            facts.line(Role.TEXT, labels(KeyBinding.PREVIOUS_ROW), view.say("console.key.up"));
        });
        facts.heading("console.keys.everywhere");
        list(Hint::usual, facts, view);
        facts.heading("console.keys.chosen");
        list(hint -> !hint.usual(), facts, view);
        facts.heading("console.keys.commands");
        language.help("").stream()
                .flatMap(line -> line.said(view::say).stream())
                .forEach(line -> facts.sentence(Role.TEXT, line));
        return facts.lines();
    }

    private static void list(Predicate<Hint> which, Facts facts, View view) {
        for (var binding : KeyBinding.values()) {
            binding.hint().filter(which).ifPresent(hint -> facts.line(Role.TEXT, labels(binding), does(hint, view)));
        }
    }

    private static String does(Hint hint, View view) {
        var does = view.say(hint.text());
        return hint.pane() == null ? does : does + " (" + view.say(hint.pane().title()) + ")";
    }

    private static String labels(KeyBinding binding) {
        return binding == KeyBinding.HALT
                ? binding.pressed()
                : binding.keys().stream().map(Key::label).collect(Collectors.joining(" "));
    }
}
