package makerdeck.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines of a test's source that expect a sentence. A sentence is a string literal with three words of small letters
 * in a row, the first perhaps with a capital; a text block (a whole screen, a whole report) is one literal and counts
 * at its first line, several literals in a line count once. What somebody else has said, word for word ({@code
 * message.plain[...]} in a key), is none.
 *
 * <p>It is expected where it is an argument of an assertion, of a wait ({@code until}), or of a method of the same file
 * that asserts and returns nothing; by itself or within what makes or compares texts ({@code List.of}, {@code contains}).
 * What is handed to anything else within an assertion is what the tested thing is given, say a command typed, and does
 * not count; nor does the last argument, that tells the reader of a failure more. The rows of a parameterised test do
 * not count: mostly they are what is given.
 */
final class AssertedSentences {

    private static final Pattern TOKEN = Pattern.compile("//[^\\n]*+|/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/"
            + "|\"\"\"[^\"\\\\]*+(?:(?:\\\\.|\"(?!\"\"))[^\"\\\\]*+)*+\"\"\""
            + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'(?:\\\\.|[^'\\\\])[^']*+'");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?<![A-Za-z])[A-Za-z][a-z']*[:.]? [\"'(]?[a-z][a-z']*[:.]? [\"'(]?[a-z][a-z']*(?![A-Za-z0-9])");
    private static final Pattern OTHERS = Pattern.compile("message\\.plain\\[[^]]*");
    private static final Pattern METHOD =
            Pattern.compile("void (\\w+)\\([^()]*+(?:\\([^()]*+\\)[^()]*+)*+\\)(?:\\s*throws [\\w, ]+)?\\s*\\{");
    private static final Pattern ASSERTS = Pattern.compile("\\b(?:assert\\w*|fail)\\(");
    private static final Pattern CALLED = Pattern.compile("(\\w+)\\s*$");
    private static final Set<String> TRANSPARENT = Set.of(
            "of",
            "entry",
            "contains",
            "startsWith",
            "endsWith",
            "equals",
            "matches",
            "indexOf",
            "containsAll",
            "anyMatch",
            "noneMatch",
            "allMatch",
            "filter",
            "join",
            "concat",
            "formatted");
    private static final Set<String> WITH_ONE_VALUE =
            Set.of("assertTrue", "assertFalse", "assertNull", "assertNotNull");

    private record Literal(int from, String text) {}

    private final String source;
    private final String code;
    private final List<Literal> literals = new ArrayList<>();
    private final SortedSet<Integer> lines = new TreeSet<>();

    AssertedSentences(String source) {
        this.source = source;
        var blank = new StringBuilder(source);
        TOKEN.matcher(source).results().forEach(token -> {
            if (token.group().startsWith("\"")) {
                literals.add(new Literal(token.start(), token.group()));
            }
            for (int i = token.start(); i < token.end(); i++) {
                if (source.charAt(i) != '\n') {
                    blank.setCharAt(i, ' ');
                }
            }
        });
        this.code = blank.toString();
        var calls = Pattern.compile("(?<!\\w )\\b(assert\\w*|until\\w*" + helpers() + ")\\(");
        calls.matcher(code).results().forEach(this::readCall);
    }

    /** Numbers of the lines, from 1. */
    SortedSet<Integer> lines() {
        return lines;
    }

    /** The file's own methods that assert. */
    private String helpers() {
        var names = new HashSet<String>();
        METHOD.matcher(code).results().forEach(method -> {
            var body = code.substring(method.end() - 1, close(method.end() - 1));
            if (ASSERTS.matcher(body).find()) {
                names.add(method.group(1));
            }
        });
        return names.stream().map(name -> "|" + name).collect(Collectors.joining());
    }

    private void readCall(MatchResult call) {
        int open = call.end() - 1;
        int end = told(call.group(1), open);
        for (var literal : literals) {
            if (literal.from() > open && literal.from() < end && isExpected(open, literal.from())) {
                count(literal);
            }
        }
    }

    private void count(Literal literal) {
        if (SENTENCE.matcher(OTHERS.matcher(literal.text()).replaceAll("")).find()) {
            lines.add(1
                    + (int) source.substring(0, literal.from())
                            .chars()
                            .filter(c -> c == '\n')
                            .count());
        }
    }

    /** Whether nothing but makers and comparers of text stands between. */
    private boolean isExpected(int open, int literal) {
        int depth = 0;
        for (int i = literal - 1; i > open; i--) {
            char c = code.charAt(i);
            if (c == ')') {
                depth++;
            } else if (c == '(' && depth > 0) {
                depth--;
            } else if (c == '(') {
                var called = CALLED.matcher(code.substring(open, i));
                if (called.find() && !TRANSPARENT.contains(called.group(1))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Where the values of an assertion end; what follows is for the reader of a failure. */
    private int told(String called, int open) {
        int end = close(open);
        int values = !called.startsWith("assert") || called.equals("assertAll")
                ? Integer.MAX_VALUE
                : WITH_ONE_VALUE.contains(called) ? 1 : isOfTheLibrary(called) ? 2 : Integer.MAX_VALUE;
        int depth = 0;
        for (int i = open; i < end; i++) {
            char c = code.charAt(i);
            if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            } else if (c == ',' && depth == 1 && --values == 0) {
                return i;
            }
        }
        return end;
    }

    private boolean isOfTheLibrary(String called) {
        return !Pattern.compile("void " + called + "\\(").matcher(code).find();
    }

    private int close(int open) {
        int depth = 0;
        for (int i = Math.max(open, 0); i < code.length(); i++) {
            char c = code.charAt(i);
            if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0 && --depth == 0) {
                return i;
            }
        }
        return code.length();
    }
}
