package makerdeck.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock(Resources.LOCALE)
class WordsTest {

    @AfterEach
    void speakEnglish() {
        Words.speak(Language.ENGLISH);
    }

    @Test
    void speaksTheLanguageItIsTold() {
        var english = Words.say("settings.see-help");
        Words.speak(Language.TRADITIONAL_CHINESE);

        assertEquals("see makerdeck --help", english);
        assertEquals("請見 makerdeck --help", Words.say("settings.see-help"));
    }

    @Test
    void putsValuesInPlaceAsTheyAre() {
        assertEquals(
                "--lang must be {1}, was {0}; nearest legal is {2}",
                Words.say("settings.lang.unknown", "{1}", "{0}", "{2}"));
    }

    @Test
    void showsTheKeyOfATextThatIsNotThere() {
        assertEquals("settings.nobody.says.this", Words.say("settings.nobody.says.this"));
        assertEquals("nowhere.to.be.found", Words.say("nowhere.to.be.found", 1));
        assertEquals("", Words.say(""));
    }

    @Test
    void numbersDoNotFollowTheLanguage() {
        Words.speak(Language.TRADITIONAL_CHINESE);

        assertEquals("1234.5", String.format(Locale.getDefault(Locale.Category.FORMAT), "%.1f", 1234.5));
    }

    @ParameterizedTest
    @CsvSource({
        "zh-TW,TRADITIONAL_CHINESE",
        "zh-HK,TRADITIONAL_CHINESE",
        "zh-Hant,TRADITIONAL_CHINESE",
        "zh-CN,ENGLISH",
        "zh-Hans-HK,ENGLISH",
        "zh,ENGLISH",
        "de-DE,ENGLISH",
        "en-GB,ENGLISH"
    })
    void readersOfTraditionalCharactersGetThem(String locale, Language language) {
        assertEquals(language, Language.of(Locale.forLanguageTag(locale)));
    }

    @Test
    void tagsAreReadWhateverTheirCase() {
        assertEquals(Optional.of(Language.TRADITIONAL_CHINESE), Language.of("ZH_tw"));
        assertEquals(Optional.of(Language.ENGLISH), Language.of("en"));
        assertEquals(Optional.empty(), Language.of("tlh"));
    }
}
