package makerdeck.words;

import java.util.Locale;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Texts by key, in the language of the process: the JVM's display locale, set once at the start. Whoever is handed a
 * language speaks through {@link Speech}. Formats of numbers do not follow it. Any thread; never blocks.
 */
public final class Words {

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
        return speech().filled(key, values);
    }

    /** A message in words. */
    public static String say(Message message) {
        return speech().say(message);
    }

    /** What a failure tells the operator; its own text where it knows no better. */
    public static String say(Throwable failure) {
        return speech().say(failure);
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

    private static Speech speech() {
        return new Speech(spoken());
    }
}
