package makerdeck.console.line;

import makerdeck.command.CommandLanguage;
import makerdeck.command.Parsed;
import makerdeck.words.Speech;

/**
 * What the language says about a line that is being typed. Immutable.
 *
 * @param wrong whether something is wrong that more typing will not mend
 * @param from where the wrong word starts, {@code to} where it ends
 */
record Check(String text, String hint, boolean wrong, int from, int to) {

    static final Check NOTHING = new Check("", "", false, 0, 0);

    static Check of(CommandLanguage language, Speech speech, String text) {
        if (text.isBlank()) {
            return NOTHING;
        }
        if (text.startsWith(LineView.FILTER)) {
            return new Check(text, speech.say("console.line.filter"), false, 0, 0);
        }
        if (language.parse(text) instanceof Parsed.Mistake mistake && mistake.start() < mistake.end()) {
            boolean unfinished = mistake.end() >= text.length()
                    && !language.complete(text, text.length()).isEmpty();
            if (!unfinished) {
                int to = Math.min(mistake.end(), text.length());
                return new Check(text, speech.say(mistake.message()), true, Math.min(mistake.start(), to), to);
            }
        }
        return new Check(text, language.hint(text).map(speech::say).orElse(""), false, 0, 0);
    }
}
