package makerdeck.strategy.parameters;

import java.util.Locale;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/** What a preset may be called: a file name that is one everywhere and never a path. */
public final class PresetName {

    private static final int LONGEST = 40;
    private static final Pattern LEGAL = Pattern.compile("[a-z0-9][a-z0-9_-]{0," + (LONGEST - 1) + "}");

    private PresetName() {}

    public static boolean isLegal(String name) {
        return LEGAL.matcher(name).matches();
    }

    /** The name in lower case; {@link MistakeException} with rule, value and nearest legal one. */
    public static String read(String typed) {
        var name = typed.toLowerCase(Locale.ROOT);
        if (isLegal(name)) {
            return name;
        }
        throw new MistakeException(Message.of("strategy.preset-name", LONGEST, Rule.typed(typed), nearest(name)));
    }

    /** A legal name like the one given. */
    public static String near(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return isLegal(lower) ? lower : nearest(lower);
    }

    private static String nearest(String name) {
        var letters =
                name.replaceAll("[^a-z0-9_-]+", "-").replaceAll("^[_-]+", "").replaceAll("[_-]+$", "");
        return letters.isEmpty() ? "mine" : letters.substring(0, Math.min(LONGEST, letters.length()));
    }
}
