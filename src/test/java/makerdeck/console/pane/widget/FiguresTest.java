package makerdeck.console.pane.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "0, <1s",
        "999, <1s",
        "1000, 1s",
        "1001, 2s",
        "9000, 9s",
        "9001, 10s",
        "11000, 15s",
        "59000, 60s",
        "60000, 1m",
        "3600000, 1h00m",
        "90061000, 1d01h"
    })
    void nothingLooksYoungerThanItIs(long millis, String text) {
        assertEquals(text, Figures.age(Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @CsvSource({"0.154, +.15%", "-0.1, -.10%", "0, +.00%", "-0.001, -.00%", "1.005, +1.01%", "-12.3, -12.30%"})
    void percentagesAreSignedAndShort(BigDecimal value, String text) {
        assertEquals(text.equals("-.00%") ? "+.00%" : text, Figures.percent(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.00312, 0.0031",
        "0.04, 0.04",
        "4.004, 4.0",
        "7.55, 7.6",
        "64.4, 64",
        "157.3, 160",
        "999.6, 1.0k",
        "1102.25, 1.1k",
        "23400, 23k",
        "2340000, 2.3M"
    })
    void sumsShowTheDigitsThatCount(BigDecimal value, String text) {
        assertEquals(text, Figures.rough(value));
    }

    @ParameterizedTest
    @CsvSource({"1.500, 2, 1.5", "100, 2, 100", "0.0006, 3, 0.001", "0, 2, 0", "120, 0, 120"})
    void briefNumbersHaveNoTrailingZeros(BigDecimal value, int decimals, String text) {
        assertEquals(text, Figures.brief(value, decimals));
    }

    @Test
    void distanceFromNoMidIsNothing() {
        assertEquals(BigDecimal.ZERO, Figures.distance(BigDecimal.ONE, BigDecimal.ZERO));
    }

    @Test
    void longTextsBreakAtBlanksAndWideCharactersCountTwice() {
        assertEquals(List.of("one two", "three"), Wrapped.rows("one two three", 8));
        assertEquals(List.of("abcdef", "ghi"), Wrapped.rows("abcdefghi", 6));
        assertEquals(List.of("\u6bd4\u7279", "\u5e63"), Wrapped.rows("\u6bd4\u7279\u5e63", 5));
        assertEquals(List.of("key  a b", "     c"), Wrapped.rows("key  a b c", 8, 5));
    }

    @Test
    void aSeriesGrowsToTheRightAndIsThinnedToFit() {
        var up = IntStream.range(0, 8).mapToObj(BigDecimal::valueOf).toList();

        assertEquals("__..--^^", Series.line(up, 8, Glyphs.ASCII));
        assertEquals("_.-^", Series.line(up, 4, Glyphs.ASCII));
        assertEquals("\u28C0\u2824\u2812\u2809", Series.line(up, 4, Glyphs.UNICODE));
        assertEquals(
                List.of("   _^", "  -", "_^"),
                List.of(Series.rows(up.subList(0, 5), 5, 3, Glyphs.ASCII)).stream()
                        .map(String::stripTrailing)
                        .toList());
    }

    @Test
    void aFlatSeriesIsALine() {
        assertEquals("---", Series.line(List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE), 9, Glyphs.ASCII));
        assertEquals("", Series.line(List.of(), 9, Glyphs.UNICODE));
    }
}
