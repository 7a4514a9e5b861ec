package makerdeck.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    private static final ClientId ID = new ClientId(7);
    private static final Quantity TWO = new Quantity(2);
    private static final Quantity FIVE = new Quantity(5);

    @Test
    void quantitiesAddAndSubtractButNeverBelowZero() {
        assertEquals(new Quantity(7), TWO.plus(FIVE));
        assertEquals(new Quantity(3), FIVE.minus(TWO));
        assertTrue(TWO.minus(TWO).isZero());
        assertFalse(TWO.isZero());
        assertThrows(IllegalArgumentException.class, () -> TWO.minus(FIVE));
    }

    @ParameterizedTest
    @CsvSource({"BID, 97, false", "ASK, 103, true"})
    void behindIsAwayFromTheSpread(Side side, long ticks, boolean higherIsWorse) {
        var price = new Price(100);

        assertEquals(new Price(ticks), price.behind(side, 3));
        assertTrue(price.betterThan(price.behind(side, 1), side));
        assertFalse(price.betterThan(price, side));
        assertEquals(higherIsWorse, price.betterThan(new Price(101), side));
    }

    @Test
    void theBestLevelIsTheFirstOfASide() {
        var level = new Level(new Price(100), TWO);

        assertEquals(Optional.of(level), new Book(List.of(level), List.of(), 1).best(Side.BID));
        assertEquals(Optional.empty(), new Book(List.of(level), List.of(), 1).best(Side.ASK));
    }

    @ParameterizedTest
    @CsvSource({"NEW, true", "PARTIALLY_FILLED, true", "FILLED, false", "CANCELLED, false", "EXPIRED, false"})
    void onlyANewOrPartlyFilledOrderCanFill(OrderStatus status, boolean open) {
        assertEquals(open, status.isOpen());
    }

    @Test
    void whatRemainsOfAnOrderIsWhatIsNotFilled() {
        var order =
                new Order("1", ID, Side.BID, new Price(100), FIVE, TWO, OrderStatus.PARTIALLY_FILLED, Instant.EPOCH);

        assertEquals(new Quantity(3), order.remaining());
    }

    @Test
    void anIdTellsWhichDeskGaveIt() {
        assertEquals(0, ID.instanceTag());
        assertEquals(7, new ClientId(0x0700_0001).instanceTag());
        assertEquals(255, new ClientId(ClientId.LARGEST).instanceTag());
    }

    @Test
    void aMakerRestsAndATakerDoesNot() {
        var maker = NewOrder.maker(ID, Side.ASK, new Price(100), TWO);
        var taker = NewOrder.taker(ID, Side.ASK, new Price(100), TWO);

        assertEquals(new NewOrder(ID, Side.ASK, new Price(100), TWO, TimeInForce.GTC, true), maker);
        assertEquals(new NewOrder(ID, Side.ASK, new Price(100), TWO, TimeInForce.IOC, false), taker);
    }

    @Test
    void anOrderForNothingOrAPostOnlyTakerCannotBeWritten() {
        assertThrows(IllegalArgumentException.class, () -> NewOrder.maker(ID, Side.BID, new Price(1), Quantity.ZERO));
        assertThrows(
                IllegalArgumentException.class,
                () -> new NewOrder(ID, Side.BID, new Price(1), TWO, TimeInForce.IOC, true));
    }

    @Test
    void aCandleHasItsLowBelowItsHigh() {
        var one = BigDecimal.ONE;

        assertThrows(IllegalArgumentException.class, () -> new Candle(Instant.EPOCH, one, one, BigDecimal.TEN, one, 1));
        assertThrows(
                IllegalArgumentException.class, () -> new Candle(Instant.EPOCH, one, one, BigDecimal.ZERO, one, 1));
        assertEquals(Instant.EPOCH.plusSeconds(60), new Candle(Instant.EPOCH, one, one, one, one, 1).end());
    }

    @Test
    void aCandleOpensAndClosesWithinItsRangeAndHasTrades() {
        var one = BigDecimal.ONE;
        var two = BigDecimal.valueOf(2);

        assertThrows(IllegalArgumentException.class, () -> new Candle(Instant.EPOCH, two, one, one, one, 1));
        assertThrows(IllegalArgumentException.class, () -> new Candle(Instant.EPOCH, two, two, two, one, 1));
        assertThrows(IllegalArgumentException.class, () -> new Candle(Instant.EPOCH, one, one, one, one, 0));
    }
}
