package makerdeck.backpack.client.http;

import java.util.regex.Pattern;
import makerdeck.message.Message;

/** What something between us and the venue has answered: a page, a few words, nothing. Immutable. */
final class ForeignAnswer {

    private static final int LONGEST = 80;
    private static final Pattern TITLE =
            Pattern.compile("<title[^>]*>(.*?)(</title|$)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\s]+");

    private ForeignAnswer() {}

    static boolean isHtml(String body) {
        return body.stripLeading().startsWith("<");
    }

    /** One line about it for the operator. */
    static Message words(int status, String body) {
        var what = what(status, body);
        return status == 403 || status == 451 ? Message.of("client.foreign.blocked", what) : what;
    }

    private static Message what(int status, String body) {
        if (body.isBlank()) {
            return status == 200 ? Message.of("client.foreign.empty") : Message.plain("HTTP " + status);
        }
        if (isHtml(body)) {
            var title = TITLE.matcher(body);
            var words = title.find() ? oneLine(title.group(1), LONGEST) : "";
            return words.isEmpty()
                    ? Message.of("client.foreign.page", status)
                    : Message.of("client.foreign.page-titled", status, words);
        }
        var start = body.stripLeading().charAt(0);
        return start == '{' || start == '['
                ? Message.of("client.foreign.json", status)
                : Message.of("client.foreign.text", status, oneLine(body, LONGEST));
    }

    /** Without signs that nobody sees, or that would do something to a terminal. */
    static String oneLine(String words, int longest) {
        var line = INVISIBLE.matcher(words).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) > longest
                ? line.substring(0, line.offsetByCodePoints(0, longest))
                : line;
    }
}
