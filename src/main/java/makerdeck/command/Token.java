package makerdeck.command;

import java.util.ArrayList;
import java.util.List;
import makerdeck.text.Plain;

/** A word of a line, as it looks, and where it stands. */
record Token(String text, int start, int end) {

    /** The words of each command of a line: {@code ;} parts commands, {@code #} starts a comment. */
    static List<List<Token>> commands(String line) {
        var commands = new ArrayList<List<Token>>();
        var words = new ArrayList<Token>();
        int end = 0;
        while (end < line.length() && Plain.of((int) line.charAt(end)) != '#') {
            end++;
        }
        int at = 0;
        while (at < end) {
            char c = line.charAt(at);
            if (Plain.of((int) c) == ';') {
                commands.add(List.copyOf(words));
                words.clear();
            }
            int from = at++;
            if (!parts(c)) {
                while (at < end && !parts(line.charAt(at))) {
                    at++;
                }
                var text = Plain.of(line.substring(from, at));
                if (!text.isEmpty()) {
                    words.add(new Token(text, from, at));
                }
            }
        }
        commands.add(List.copyOf(words));
        return commands;
    }

    private static boolean parts(char c) {
        int plain = Plain.of((int) c);
        return plain == ' ' || plain == ';' || plain == '=';
    }

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
}
