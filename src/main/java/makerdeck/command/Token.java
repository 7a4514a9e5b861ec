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
}
