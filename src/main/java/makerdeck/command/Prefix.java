package makerdeck.command;

import java.util.ArrayList;
import java.util.List;

/**
 * The command being typed, taken apart at the cursor.
 *
 * @param before words finished before it
 * @param partial what was typed of the word under it, empty after a blank
 * @param all {@code before} and the word under the cursor
 */
record Prefix(List<Token> before, String partial, List<Token> all, boolean inComment) {

    static Prefix upTo(String line, int cursor) {
        var left = line.substring(0, Math.max(0, Math.min(cursor, line.length())));
        var commands = Token.commands(left);
        var words = commands.get(commands.size() - 1);
        if (words.isEmpty() || words.get(words.size() - 1).end() < left.length()) {
            return new Prefix(words, "", words, left.indexOf('#') >= 0);
        }
        var before = new ArrayList<>(words);
        var last = before.remove(before.size() - 1);
        return new Prefix(List.copyOf(before), last.text(), words, false);
    }
}
