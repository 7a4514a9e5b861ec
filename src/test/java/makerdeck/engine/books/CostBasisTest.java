package makerdeck.engine.books;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CostBasisTest {

    private final CostBasis average = CostBasis.average();
    private final CostBasis fifo = CostBasis.firstInFirstOut();

    private void change(String quantity, String cost) {
        average.change(new BigDecimal(quantity), new BigDecimal(cost));
        fifo.change(new BigDecimal(quantity), new BigDecimal(cost));
    }

    private static void assertSame(String expected, BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), "was " + actual.toPlainString());
    }

    @Test
    void splitsTheSameGainDifferently() {
        change("1", "100");
        change("1", "110");
        change("-1", "-120");

        assertSame("15", average.realised());
        assertSame("20", fifo.realised());
        assertSame("15", average.unrealised(new BigDecimal("120")));
        assertSame("10", fifo.unrealised(new BigDecimal("120")));
    }

    @Test
    void whatIsSoldAltogetherIsRealisedAltogether() {
        change("3", "100");
        change("-1", "-40");
        change("-1", "-40");
        change("-1", "-40");

        assertSame("20", average.realised());
        assertSame("20", fifo.realised());
        assertSame("0", average.unrealised(new BigDecimal("77")));
        assertSame("0", fifo.unrealised(new BigDecimal("77")));
    }

    @Test
    void whatWasNeverThereIsOwedUntilItComes() {
        change("-2", "-200");
        assertSame("-20", fifo.unrealised(new BigDecimal("110")));

        change("3", "270");

        assertSame("20", average.realised());
        assertSame("20", fifo.realised());
        assertSame("10", fifo.unrealised(new BigDecimal("100")));
    }

    @Test
    void aFeeThatAteAllThatCameIsALoss() {
        change("0", "3");

        assertSame("-3", average.realised());
        assertSame("-3", fifo.realised());
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothWaysAgreeOnTheTotalToTheLastDigit(long seed) {
        var random = new SplittableRandom(seed);
        var held = BigDecimal.ZERO;
        var paid = BigDecimal.ZERO;
        for (int i = 0; i < 200; i++) {
            var quantity = BigDecimal.valueOf(random.nextLong(-1000, 1000), 3);
            var price = BigDecimal.valueOf(random.nextLong(9000, 11_000), 2);
            var cost = quantity.multiply(price).add(BigDecimal.valueOf(random.nextLong(100), 4));
            average.change(quantity, cost);
            fifo.change(quantity, cost);
            held = held.add(quantity);
            paid = paid.add(cost);

            var total = held.multiply(price).subtract(paid);
            assertEquals(0, total.compareTo(average.realised().add(average.unrealised(price))));
            assertEquals(0, total.compareTo(fifo.realised().add(fifo.unrealised(price))));
        }
    }
}
