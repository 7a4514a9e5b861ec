package makerdeck.backpack.client.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridReaderTest {

    private static long read(String grid, String number) {
        var reader = new GridReader(new BigDecimal(grid));
        long read = reader.read("[\"" + number + "\"]", 2);
        assertEquals(2 + number.length(), reader.end());
        return read;
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 98.97, 9897",
        "0.01, 99, 9900",
        "0.01, 99.5000, 9950",
        "0.01, 0.00, 0",
        "0.05, 1.15, 23",
        "10, 120, 12",
        "1E+2, 300.0, 3",
        "1, 007, 7",
        "0.01, .5, 50",
        "0.01, 5., 500",
        "0.00000001, 0.00001234, 1234"
    })
    void readsDecimalsInWholePartsOfTheGrid(String grid, String number, long parts) {
        assertEquals(parts, read(grid, number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-1",
                "+1",
                "1e2",
                "1.2.3",
                " 1",
                "1 ",
                "99.005",
                "NaN",
                "1234567890123456789",
                "99999999999999999.99",
                "\u0661",
                "10000000000000.01"
            })
    void leavesTheRestToOthers(String number) {
        assertEquals(GridReader.NONE, read("0.01", number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+30", "0.0000000000000000001", "12345678901234567890"})
    void readsNothingOnAGridThatNoLongCounts(String grid) {
        assertEquals(GridReader.NONE, read(grid, "1"));
        assertEquals(GridReader.NONE, read(grid, "0"));
    }

    @Test
    void whatIsReadIsExact() {
        var random = new SplittableRandom(7);
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            var grid = BigDecimal.valueOf(random.nextInt(1, 200), random.nextInt(-3, 12));
            var number = BigDecimal.valueOf(random.nextLong(1L << random.nextInt(1, 63)), random.nextInt(0, 19));
            long parts = read(grid.toPlainString(), number.toPlainString());
            if (parts != GridReader.NONE) {
                assertEquals(0, grid.multiply(BigDecimal.valueOf(parts)).compareTo(number), grid + " " + number);
                assertTrue(parts <= WireDecoder.MOST);
                read++;
            }
        }
        assertTrue(read > 2000, "read " + read);
    }
}
