package makerdeck.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

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
