package makerdeck.strategy.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidYouMeanTest {

    private static final List<String> WORDS = List.of("spread", "skew", "layers", "Dark", "for", "form", "from");

    @ParameterizedTest
    @CsvSource({
        "sprad, spread",
        "sperad, spread",
        "SPRED, spread",
        "skw, skew",
        "layer, layers",
        "dakr, Dark",
        "spread, spread",
        "fro, for",
        "form, form",
        "from, from"
    })
    void findsTheWordThatWasMeant(String typed, String meant) {
        assertEquals(Optional.of(meant), DidYouMean.to(typed, WORDS));
        assertEquals(Message.of("strategy.did-you-mean", meant), DidYouMean.suggestion(typed, WORDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "fxx", "volume", "skskskskew"})
    void findsNothingWhenNothingIsSimilar(String typed) {
        assertEquals(Message.plain(""), DidYouMean.suggestion(typed, WORDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"B9", "A12", "3d", "7"})
    void anotherNumberIsAnotherThing(String typed) {
        assertEquals(Optional.empty(), DidYouMean.to(typed, List.of("A1", "B1", "1d", "7d", "all")));
    }

    @Test
    void findsNothingAmongNothing() {
        assertEquals(Optional.empty(), DidYouMean.to("spread", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"90, 90", "90s, 90", "10m, 600", "2h, 7200", "1d, 86400", "10 m, 600", "1h 30m, 5400"})
    void lengthsOfTimeHaveUnits(String typed, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), Lengths.duration(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0m", "m", "-5m", "1.5h", "1 0m", "9999999999", "5w"})
    void anythingElseIsNoLengthOfTime(String typed) {
        var error = assertThrows(MistakeException.class, () -> Lengths.duration(typed));

        assertEquals("strategy.length[" + typed + "]", Keys.of(error));
    }
}
