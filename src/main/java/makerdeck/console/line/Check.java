package makerdeck.console.line;

import makerdeck.command.Choices;
import makerdeck.command.CommandLanguage;
import makerdeck.command.Parsed;
import makerdeck.console.tty.Widths;
import makerdeck.message.Message;
import makerdeck.words.Speech;

/**
 * What the language says about a line that is being typed. Immutable.
 *
 * @param wrong whether something is wrong that more typing will not mend
 * @param from where the wrong word starts, {@code to} where it ends
 */
record Check(String text, String hint, boolean wrong, int from, int to) {

    static final Check NOTHING = new Check("", "", false, 0, 0);

    /** @param columns of the row the hint is for */
    static Check of(CommandLanguage language, Speech speech, String text, int columns) {
        if (text.isBlank()) {
            return NOTHING;
        }
        if (text.startsWith(LineView.PALETTE)) {
            return new Check(text, speech.say("console.line.palette"), false, 0, 0);
        }
        if (text.startsWith(LineView.FILTER)) {
            return new Check(text, speech.say("console.line.filter"), false, 0, 0);
        }
        if (language.parse(text) instanceof Parsed.Mistake mistake && mistake.start() < mistake.end()) {
            boolean unfinished = mistake.end() >= text.length()
                    && !language.complete(text, text.length()).isEmpty();
            if (!unfinished) {
                int to = Math.min(mistake.end(), text.length());
                return new Check(
                        text, fitted(mistake.message(), speech, columns), true, Math.min(mistake.start(), to), to);
            }
        }
        var hint =
                language.hint(text).map(said -> fitted(said, speech, columns)).orElse("");
        return new Check(text, hint, false, 0, 0);
    }

    private static String fitted(Message message, Speech speech, int columns) {
        return speech.say(Choices.fitted(message, one -> Widths.of(speech.say(one)) <= columns));
    }
}
