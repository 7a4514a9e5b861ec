package makerdeck.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makerdeck.domain.Book;
import makerdeck.domain.Fees;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferencePriceTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private final MarketData market = new MarketData();
    private final ReferencePrice reference = new ReferencePrice(market);
    private Instant now = NOON;

    @BeforeEach
    void aMarketOfCents() {
        var cent = new BigDecimal("0.01");
        market.rules(
                new Market("SOL_USDC", "SOL", "USDC", cent, cent, cent, null, null, MarketState.OPEN),
                new Fees(BigDecimal.ONE, BigDecimal.ONE),
                NOON);
    }

    private void mid(int price) {
        market.book(
                new Book(
                        List.of(new Level(new Price(price * 100L - 1), new Quantity(1))),
                        List.of(new Level(new Price(price * 100L + 1), new Quantity(1))),
                        1),
                now);
    }

    /** Ten looks a second, as the desk has them. */
    private void stays(int price, int seconds) {
        mid(price);
        for (int look = 0; look < 10 * seconds; look++) {
            reference.tick(now);
            now = now.plusMillis(100);
        }
    }

    private void assertMedian(String expected) {
        assertEquals(
                0,
                reference.value().orElseThrow().compareTo(new BigDecimal(expected)),
                () -> "was " + reference.value());
    }

    @Test
    void isUnknownBeforeTheFirstPrice() {
        reference.tick(now);

        assertEquals(Optional.empty(), reference.value());
        assertEquals("", Keys.of(reference.absurdity()));
    }

    @Test
    void isThePriceOfMostOfTheLastMinute() {
        stays(150, 31);
        stays(160, 29);
        assertMedian("150");

        stays(160, 1);
        assertMedian("155");

        stays(160, 1);
        assertMedian("160");
    }

    @Test
    void forgetsWhatIsOlderThanAMinute() {
        stays(150, 600);

        stays(160, 31);

        assertMedian("160");
    }

    @Test
    void isNotMovedByOneMadPriceNorLearnsFromOneThatCannotBeTrue() {
        stays(150, 3);
        stays(180, 1);
        assertMedian("150");

        stays(1500, 5);

        assertMedian("150");
        assertEquals("engine.absurd[1500, 150]", Keys.of(reference.absurdity()));
        stays(150, 1);
        assertEquals("", Keys.of(reference.absurdity()));
    }

    @Test
    void callsItAbsurdForLongAfterTenSecondsAndBelievesItAfterAMinute() {
        stays(150, 60);
        mid(1500);
        reference.tick(now);
        assertFalse(reference.isAbsurdForLong(now.plus(Duration.ofMillis(9_999))));
        assertTrue(reference.isAbsurdForLong(now.plusSeconds(10)));

        stays(1500, 60);
        assertMedian("150");
        stays(1500, 1);

        assertMedian("1500");
        assertEquals("", Keys.of(reference.absurdity()));
    }

    @Test
    void learnsNothingFromABookThatWasLost() {
        stays(150, 10);
        mid(151);
        market.bookLost(Message.plain("gap"));

        for (int look = 0; look < 100; look++) {
            now = now.plusSeconds(1);
            reference.tick(now);
        }

        assertMedian("150");
    }
}
