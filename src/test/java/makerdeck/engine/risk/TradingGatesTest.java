package makerdeck.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import makerdeck.domain.Balance;
import makerdeck.domain.Balances;
import makerdeck.domain.Book;
import makerdeck.domain.Fees;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.engine.market.AccountReading;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.ReferencePrice;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.venue.Health;
import makerdeck.venue.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TradingGatesTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private final MarketData market = new MarketData();
    private final ConnectionState connection = new ConnectionState();
    private final AccountReading account = new AccountReading();
    private final TradingGates gates = new TradingGates(market, connection, account, new ReferencePrice(market));

    private static Market market(MarketState state) {
        var cent = new BigDecimal("0.01");
        return new Market("SOL_USDC", "SOL", "USDC", cent, cent, cent, null, null, state);
    }

    private static Book book(long bid, long ask) {
        return new Book(
                List.of(new Level(new Price(bid), new Quantity(1))),
                List.of(new Level(new Price(ask), new Quantity(1))),
                1);
    }

    private void market(MarketState state, Instant at) {
        market.rules(market(state), new Fees(BigDecimal.ONE, BigDecimal.ONE), at);
    }

    private void shows(Book book, Instant at) {
        market.book(book, at);
        connection.frame(at);
    }

    @BeforeEach
    void everythingIsFine() {
        market(MarketState.OPEN, NOON);
        connection.up(Stream.PUBLIC, NOON);
        connection.up(Stream.PRIVATE, NOON);
        shows(book(15_000, 15_002), NOON);
        account.balances(new Balances(Balance.ZERO, Balance.ZERO), NOON);
        gates.compared(NOON.minusSeconds(1));
    }

    @Test
    void stayOpenWhenAStreamMovesToAnotherConnection() {
        connection.up(Stream.PRIVATE, NOON.plusSeconds(1));

        assertEquals("", Keys.of(gates.reason(NOON.plusSeconds(2))));
    }

    @Test
    void areOpenWhenEverythingIsFine() {
        assertEquals("", Keys.of(gates.reason(NOON.plusSeconds(3))));
    }

    @Test
    void closeWhenNothingIsHeardForThreeSeconds() {
        assertEquals("engine.gate.silent[4]", Keys.of(gates.reason(NOON.plusSeconds(4))));

        shows(market.book(), NOON.plusSeconds(3));

        assertEquals("", Keys.of(gates.reason(NOON.plusSeconds(4))));
    }

    @Test
    @FaultRow("58")
    void closeWhenAllElseIsHeardButNothingOfTheBook() {
        connection.health(new Health(true, true, null, null, 0, 0, 0, 0, NOON.plusSeconds(4)));

        assertEquals("engine.gate.book-old[4]", Keys.of(gates.reason(NOON.plusSeconds(4))));
    }

    private void breaks(int... seconds) {
        for (var at : seconds) {
            market.bookBroke(Message.plain("gap"), NOON.plusSeconds(at));
            shows(book(15_000, 15_002), NOON.plusSeconds(at));
        }
    }

    @Test
    void openAtOnceWhenABookThatBrokeIsBack() {
        breaks(0, 30, 61);
        gates.compared(NOON.plusSeconds(61));

        assertEquals("", Keys.of(gates.reason(NOON.plusSeconds(61))));
    }

    @Test
    void stayClosedUntilABookThatBrokeThreeTimesInAMinuteDoesSoNoMoreForAWhile() {
        breaks(0, 10, 20);

        assertEquals("engine.gate.book-breaks[5]", Keys.of(gates.reason(NOON.plusSeconds(22))));

        market.bookBroke(Message.plain("gap"), NOON.plusSeconds(23));
        assertEquals("engine.gate.book-breaks[5]", Keys.of(gates.reason(NOON.plusSeconds(23))));

        shows(book(15_000, 15_002), NOON.plusSeconds(27));
        assertEquals("engine.gate.book-breaks[5]", Keys.of(gates.reason(NOON.plusSeconds(27))));
        assertEquals("", Keys.of(gates.reason(NOON.plusSeconds(28))));
    }

    @Test
    void aBookThatNeverCameBackIsLostWhenItsBreaksAreOld() {
        for (var at : List.of(0, 1, 2)) {
            market.bookBroke(Message.plain("gap"), NOON.plusSeconds(at));
        }

        assertEquals("engine.gate.book-lost[message.plain[gap]]", Keys.of(gates.reason(NOON.plusSeconds(7))));
    }

    @Test
    void stayClosedForAMomentAfterAConnectionCameBack() {
        connection.down(Stream.PRIVATE, NOON, Message.plain("closed"));
        assertEquals("engine.gate.down.private[message.plain[closed]]", Keys.of(gates.reason(NOON)));

        connection.up(Stream.PRIVATE, NOON.plusSeconds(1));
        shows(book(15_000, 15_002), NOON.plusSeconds(6));

        assertEquals("engine.gate.back.private[5]", Keys.of(gates.reason(NOON.plusSeconds(5))));
        assertEquals("", Keys.of(gates.reason(NOON.plusSeconds(6))));
    }

    @Test
    void closeOnABookThatIsCrossedOrHasOneSide() {
        shows(book(15_002, 15_002), NOON);
        assertEquals("engine.gate.crossed", Keys.of(gates.reason(NOON)));

        shows(new Book(book(15_000, 15_002).bids(), List.of(), 2), NOON);
        assertEquals("engine.gate.one-sided[engine.quotes.ask]", Keys.of(gates.reason(NOON)));

        market.bookLost(Message.plain("gap"));
        assertEquals("engine.gate.book-lost[message.plain[gap]]", Keys.of(gates.reason(NOON)));
    }

    @Test
    void followTheMarketsState() {
        market(MarketState.CANCEL_ONLY, NOON.plusSeconds(1));
        assertEquals("engine.gate.market[engine.market-state.cancel-only]", Keys.of(gates.reason(NOON.plusSeconds(1))));

        market(MarketState.OPEN, NOON.plusSeconds(2));
        shows(book(15_000, 15_002), NOON.plusSeconds(7));

        assertTrue(Keys.says(gates.reason(NOON.plusSeconds(6)), "engine.gate.market-again"));
        assertEquals("", Keys.of(gates.reason(NOON.plusSeconds(7))));
    }

    @Test
    void closeWhenTheDeskCameLateUntilOrdersAreComparedAgain() {
        assertFalse(gates.lagged(Duration.ofMillis(900), NOON));
        assertEquals("", Keys.of(gates.reason(NOON)));

        assertTrue(gates.lagged(Duration.ofMillis(1100), NOON));

        assertEquals("engine.gate.lags", Keys.of(gates.reason(NOON)));
        assertEquals("engine.gate.lagged", Keys.of(gates.reason(NOON.plusSeconds(1))));

        gates.compared(NOON);
        assertEquals("", Keys.of(gates.reason(NOON.plusSeconds(1))));
    }

    @Test
    void closeForAWhileWhenTheAccountStreamHasKeptAFillToItself() {
        shows(book(15_000, 15_002), NOON.plusSeconds(4));

        gates.distrust(NOON);

        assertFalse(gates.reason(NOON.plusMillis(4_999)).isEmpty());
        assertEquals("", Keys.of(gates.reason(NOON.plusSeconds(5))));
    }

    @Test
    void closeWhenBalancesAreOld() {
        shows(book(15_000, 15_002), NOON.plusSeconds(91));
        gates.compared(NOON.plusSeconds(91));

        assertEquals("engine.gate.balances", Keys.of(gates.reason(NOON.plusSeconds(91))));
    }
}
