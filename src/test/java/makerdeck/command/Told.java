package makerdeck.command;

import java.util.List;
import makerdeck.message.Message;
import makerdeck.words.Words;

/** What the language answers, in words. */
final class Told {

    private Told() {}

    static String help(CommandLanguage language, String topic) {
        return String.join("\n", lines(language, topic));
    }

    static List<String> lines(CommandLanguage language, String topic) {
        return language.help(topic).stream()
                .flatMap(line -> line.said(Told::of).stream())
                .toList();
    }

    static String hint(CommandLanguage language, String line) {
        return language.hint(line).map(Told::of).orElse("");
    }

    static String of(Message message) {
        return Words.say(message);
    }
}
