package makerdeck.engine.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT59.9S, 59s",
        "PT1H30M, 1h30m",
        "PT23H59M59S, 23h59m59s",
        "PT24H, 1d",
        "P3DT4H, 3d4h",
        "P9999D, 9999d"
    })
    void aLengthIsToldInTheUnitsItWasGivenIn(Duration length, String told) {
        assertEquals(told, Texts.length(length));
    }
}
