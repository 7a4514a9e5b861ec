package makerdeck.strategy.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import makerdeck.message.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthsTest {

    @ParameterizedTest
    @CsvSource({
        "90, 90",
        "90s, 90",
        "90 s, 90",
        "10m, 600",
        "1h30m, 5400",
        "1h 30m, 5400",
        "1h05m, 3900",
        "3d04h, 273600",
        "1h2m3s, 3723",
        "48h, 172800",
        "1d, 86400",
        "999999999d, 86399999913600",
        "0, 0"
    })
    void aLengthIsReadAsTypedAndAsPrinted(String typed, long seconds) {
        assertEquals(Optional.of(seconds), Lengths.seconds(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "m", "1m1h", "1h30", "1x", "-1s", "1.5h", "1h1h", "10 20", "1234567890s"})
    void whatIsNoLengthIsNone(String typed) {
        assertEquals(Optional.empty(), Lengths.seconds(typed));
    }

    @Test
    void nothingIsNoLengthOfTime() {
        assertThrows(MistakeException.class, () -> Lengths.duration("0s"));
    }
}
