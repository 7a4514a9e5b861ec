package makerdeck.words;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/**
 * Texts by key. A key begins with the name of its bundle ({@code engine.undo.nothing}); {@code {0}}, {@code {1}} stand
 * for the values, which arrive as they are to be shown: nothing is formatted here.
 *
 * <p>The language is the JVM's display locale, set once at the start, so that enums and records can speak without being
 * handed a translator. Values may come from anywhere: what they could do to a screen or a log is taken from them. Formats of numbers do not follow it. Any thread; never blocks.
 */
public final class Words {

    private static final String FOLDER = "makerdeck.words.";

    /** Without it a key missing in one language would be looked up in the language of the machine. */
    private static final Control ONLY_WHAT_IS_ASKED = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Words() {}

    /** Speaks this language from now on. Called once, before anything is said. */
    public static void speak(Language language) {
        Locale.setDefault(Locale.Category.DISPLAY, language.locale());
    }

    /** The language spoken. */
    public static Language spoken() {
        return Language.of(Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** The text of a key with its values in place; the key itself where there is none. */
    public static String say(String key, @Nullable Object... values) {
        return filled(pattern(key), values);
    }

    /**
     * A text that depends on a number: that of {@code key.one} for 1, else that of {@code key.many}. The number is
     * {@code {0}}, the values follow.
     */
    public static String count(String key, long number, @Nullable Object... values) {
        var all = new @Nullable Object[values.length + 1];
        all[0] = number;
        System.arraycopy(values, 0, all, 1, values.length);
        return say(number == 1 ? key + ".one" : key + ".many", all);
    }

    private static String pattern(String key) {
        var bundle = key.substring(0, Math.max(0, key.indexOf('.')));
        try {
            return ResourceBundle.getBundle(FOLDER + bundle, spoken().locale(), ONLY_WHAT_IS_ASKED)
                    .getString(key.substring(bundle.length() + 1));
        } catch (MissingResourceException missing) {
            // A desk that works must not stop over a word; a test finds every key that is not there.
            return key;
        }
    }

    /** One pass, so that a value with braces in it stays what it is. */
    private static String filled(String pattern, @Nullable Object... values) {
        if (values.length == 0 || pattern.indexOf('{') < 0) {
            return pattern;
        }
        var text = new StringBuilder(pattern.length() + 16 * values.length);
        for (int at = 0; at < pattern.length(); at++) {
            char sign = pattern.charAt(at);
            int number = at + 2 < pattern.length() && sign == '{' && pattern.charAt(at + 2) == '}'
                    ? pattern.charAt(at + 1) - '0'
                    : -1;
            if (number >= 0 && number < values.length) {
                text.append(PlainText.lines(String.valueOf(values[number])));
                at += 2;
            } else {
                text.append(sign);
            }
        }
        return text.toString();
    }
}
