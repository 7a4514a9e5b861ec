package makerdeck.simulator.recorded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makerdeck.message.MistakeException;

/**
 * Reads one JSON value, strictly: maps, lists, and everything else as its text. No escapes: the
 * recordings have none, so a backslash is an error like any other surprise.
 */
final class RecordedJson {

    /** Deeper than any recording. */
    private static final int DEEPEST = 16;

    private final String text;
    private int at;
    private int depth;

    private RecordedJson(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** The value that fills the text from there to its end. */
    static Object parse(String text, int from) {
        var json = new RecordedJson(text, from);
        var value = json.value();
        if (json.at != text.length()) {
            throw json.unexpected();
        }
        return value;
    }

    private Object value() {
        if (depth == DEEPEST) {
            throw unexpected();
        }
        depth++;
        var found =
                switch (peek()) {
                    case '{' -> object();
                    case '[' -> list();
                    case '"' -> string();
                    default -> bare();
                };
        depth--;
        return found;
    }

    private Map<String, Object> object() {
        var members = new LinkedHashMap<String, Object>();
        expect('{');
        while (peek() != '}') {
            if (!members.isEmpty()) {
                expect(',');
            }
            var name = string();
            expect(':');
            members.put(name, value());
        }
        expect('}');
        return members;
    }

    private List<Object> list() {
        var entries = new ArrayList<Object>();
        expect('[');
        while (peek() != ']') {
            if (!entries.isEmpty()) {
                expect(',');
            }
            entries.add(value());
        }
        expect(']');
        return entries;
    }

    private String string() {
        expect('"');
        int end = text.indexOf('"', at);
        if (end < 0) {
            throw unexpected();
        }
        var found = text.substring(at, end);
        if (found.indexOf('\\') >= 0) {
            throw unexpected();
        }
        at = end + 1;
        return found;
    }

    /** A number, {@code true}, {@code false} or {@code null}. */
    private String bare() {
        int start = at;
        while (at < text.length() && isBare(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw unexpected();
        }
        return text.substring(start, at);
    }

    private static boolean isBare(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == 'E' || c == '+';
    }

    private char peek() {
        if (at == text.length()) {
            throw unexpected();
        }
        return text.charAt(at);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw unexpected();
        }
        at++;
    }

    private MistakeException unexpected() {
        return RecordedLine.mistake("simulator.line.unexpected", at + 1);
    }
}
