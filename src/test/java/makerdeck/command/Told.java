package makerdeck.command;

import java.util.List;
import makerdeck.message.Message;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;

/** What the language answers, in words. */
final class Told {

    private Told() {}

    static String help(CommandLanguage language, String topic) {
        return String.join("\n", lines(language, topic));
    }

    static List<String> lines(CommandLanguage language, String topic) {
        return lines(language, topic, Spoken.ENGLISH);
    }

    static List<String> lines(CommandLanguage language, String topic, Speech speech) {
        return language.help(topic).stream()
                .flatMap(line -> line.said(speech::say).stream())
                .toList();
    }

    static String hint(CommandLanguage language, String line) {
        return language.hint(line).map(Told::of).orElse("");
    }

    static String of(Message message) {
        return Spoken.ENGLISH.say(message);
    }
}
