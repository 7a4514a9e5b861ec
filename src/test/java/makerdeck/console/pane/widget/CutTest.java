package makerdeck.console.pane.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "fills per hour; 14; fills per hour",
                "fills per hour; 9; fills pe~",
                "spread 0.257 % of mid; 21; spread 0.257 % of mid",
                "spread 0.257 % of mid; 12; 'spread ~'",
                "spread 0.257 % of mid; 13; spread 0.257~",
                "spread 0.257 % of mid; 20; spread 0.257 % of m~",
                "7000.00; 5; ~",
                "'7000.00 '; 7; 7000.00",
                "波動率 13.4%/日; 10; '波動率 ~'",
                "波動率13.4%/日; 9; 波動率~",
                "word; 0; ''",
            })
    void aCutTextEndsInATildeAndAFigureGoesWhole(String text, int columns, String shown) {
        assertEquals(shown, Cut.to(text, columns));
    }

    @Test
    void aNameIsCutAnywhere() {
        assertEquals("1000PEP~", Cut.name("1000PEPE_USDC", 8));
    }

    @Test
    void aFigureIsNotTornOverTwoRows() {
        assertEquals(List.of("loss", "4275.50", "USDC"), Wrapped.rows("loss 4275.50 USDC", 10));
        assertEquals(List.of("abc", "4275.50"), Wrapped.rows("abc 4275.50", 8));
        assertEquals(List.of("損失達", "4275.50", "元"), Wrapped.rows("損失達4275.50元", 8));
    }

    @Test
    void theLastRowThereIsRoomForShowsThatThereWouldBeMore() {
        assertEquals(List.of("one two", "three f~"), Wrapped.rows("one two three four", 8, 0, 2));
        assertEquals(List.of("one two", "three"), Wrapped.rows("one two three", 8, 0, 2));
    }
}
