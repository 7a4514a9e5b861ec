package makerdeck.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;

/** A language the screen, the help, the errors and the report speak. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    TRADITIONAL_CHINESE("zh-TW", Locale.TRADITIONAL_CHINESE);

    private static final String FOLDER = "makerdeck.words.";

    /** Without it a key missing in one language would be looked up in the language of the machine. */
    private static final Control ONLY_WHAT_IS_ASKED = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final String tag;
    private final Locale locale;
    /** By key, as far as they were asked for: a screen asks for the same hundred in every frame. */
    private final Map<String, String> patterns = new ConcurrentHashMap<>();

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** As {@code --lang} takes it. */
    public String tag() {
        return tag;
    }

    /** The text of a key with its places for values, the key itself where there is none. Any thread. */
    String pattern(String key) {
        var known = patterns.get(key);
        if (known != null) {
            return known;
        }
        var bundle = key.substring(0, Math.max(0, key.indexOf('.')));
        try {
            var text = ResourceBundle.getBundle(FOLDER + bundle, locale, ONLY_WHAT_IS_ASKED)
                    .getString(key.substring(bundle.length() + 1));
            patterns.put(key, text);
            return text;
        } catch (MissingResourceException missing) {
            // A desk that works must not stop over a word; a test finds every key that is not there.
            return key;
        }
    }

    public static List<String> tags() {
        return Arrays.stream(values()).map(Language::tag).toList();
    }

    /** The language of a tag, whatever its case; {@code zh_TW} is taken too. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equalsIgnoreCase(tag.replace('_', '-')))
                .findFirst();
    }

    /** The language for readers of a locale: traditional characters where they are written, English elsewhere. */
    public static Language of(Locale locale) {
        boolean traditional = locale.getScript().equals("Hant")
                || locale.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(locale.getCountry());
        return locale.getLanguage().equals("zh") && traditional ? TRADITIONAL_CHINESE : ENGLISH;
    }
}
