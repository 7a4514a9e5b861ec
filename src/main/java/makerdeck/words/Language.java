package makerdeck.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language the screen, the help, the errors and the report speak. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    TRADITIONAL_CHINESE("zh-TW", Locale.TRADITIONAL_CHINESE);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** As {@code --lang} takes it. */
    public String tag() {
        return tag;
    }

    Locale locale() {
        return locale;
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
