package makerdeck.attach;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/**
 * The first line of who calls a desk: what for, and what the desk must know of the other end.
 *
 * @param what {@link #COMMANDS} or {@link #SCREEN}
 * @param values by name, such as the language; who reads them judges them
 */
record Greeting(String what, Map<String, String> values) {

    static final String COMMANDS = "commands";
    static final String SCREEN = "screen";

    /** Names of values: a tag of {@code --lang}. */
    static final String LANGUAGE = "lang";

    /** A line is never longer, and neither is the desk's word of welcome. */
    static final int LONGEST = 4096;

    private static final String PROGRAM = "makerdeck";

    /** Changes with everything that is said between the two ends. */
    private static final String VERSION = "1";

    Greeting {
        values = Map.copyOf(values);
    }

    String line() {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining(" ", PROGRAM + " " + VERSION + " " + what + " ", ""))
                .strip();
    }

    /** Throws {@link MistakeException} for what no program of this version says. */
    static Greeting of(String line) {
        var words = line.split(" ", -1);
        if (words.length < 3 || !words[0].equals(PROGRAM)) {
            throw new MistakeException(Message.of("attach.greeting.stranger"));
        }
        if (!words[1].equals(VERSION)) {
            throw new MistakeException(Message.of("attach.greeting.version", words[1], VERSION));
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 3; i < words.length; i++) {
            int sign = words[i].indexOf('=');
            if (sign > 0) {
                values.put(decoded(words[i].substring(0, sign)), decoded(words[i].substring(sign + 1)));
            }
        }
        return new Greeting(words[2], values);
    }

    /** Empty when it was not said. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException odd) {
            throw new MistakeException(Message.of("attach.greeting.stranger"), odd);
        }
    }
}
