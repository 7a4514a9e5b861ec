package makerdeck.command;

import java.util.ArrayList;
import java.util.List;

/** A word of a line and where it stands. */
record Token(String text, int start, int end) {

    /** The words of each command of a line: {@code ;} parts commands, {@code #} starts a comment. */
    static List<List<Token>> commands(String line) {
        var commands = new ArrayList<List<Token>>();
        var words = new ArrayList<Token>();
        int end = line.indexOf('#') < 0 ? line.length() : line.indexOf('#');
        int at = 0;
        while (at < end) {
            char c = line.charAt(at);
            if (c == ';') {
                commands.add(List.copyOf(words));
                words.clear();
            }
            int from = at++;
            if (!parts(c)) {
                while (at < end && !parts(line.charAt(at))) {
                    at++;
                }
                words.add(new Token(line.substring(from, at), from, at));
            }
        }
        commands.add(List.copyOf(words));
        return commands;
    }

    private static boolean parts(char c) {
        return Character.isWhitespace(c) || c == ';' || c == '=';
    }
}
