package makerdeck.backpack.client.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import makerdeck.backpack.client.ConnectedClient;
import makerdeck.backpack.client.MockVenue;
import makerdeck.clock.Waiting;
import makerdeck.domain.Balance;
import makerdeck.domain.ClientId;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.message.Keys;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the account holds stands in two answers, and funds move between them. */
@Waiting
class BalanceReadsTest extends ConnectedClient {

    private static final String CAPITAL = "GET /api/v1/capital";
    private static final String LENT = "GET /api/v1/borrowLend/positions";

    @BeforeEach
    void settle() {
        forgetTheOpening();
    }

    private static String usdc(String available) {
        return "{\"USDC\":{\"available\":\"" + available + "\",\"locked\":\"5\",\"staked\":\"0\"}}";
    }

    private static String lent(String quantity) {
        return "[{\"symbol\":\"USDC\",\"netQuantity\":\"" + quantity + "\"}]";
    }

    private Balance quote() {
        venue.readBalances();
        return heard.first(VenueEvent.BalancesRead.class).balances().quote();
    }

    private static void assertSame(String expected, BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), actual.toPlainString());
    }

    @Test
    void whatIsLentIsReadThoughTheAccountWasNotLendingAtTheStart() {
        mock.answer(CAPITAL, usdc("0"));
        mock.answer(LENT, lent("7000"));

        var quote = quote();

        assertSame("7005", quote.total());
        assertSame("7000", quote.payable(true));
        assertSame("0", quote.payable(false));
    }

    @Test
    void fundsThatMoveBetweenTheAnswersAreCountedOnce() {
        var reads = new AtomicInteger();
        mock.answer(LENT, request -> MockVenue.text(reads.getAndIncrement() == 0 ? "[]" : lent("7000")));
        mock.answer(CAPITAL, request -> MockVenue.text(usdc(reads.get() == 1 ? "7000" : "0")));
        assertSame("7005", quote().total());
        heard.forget();
        reads.set(0);
        mock.answer(LENT, request -> MockVenue.text(lent(reads.getAndIncrement() == 0 ? "6000" : "7000")));
        mock.answer(CAPITAL, request -> MockVenue.text(usdc(reads.get() == 1 ? "1000" : "0")));

        assertSame("7005", quote().total());
        assertEquals(3, reads.get());
    }

    @Test
    void fundsThatNeverRestAreNoReading() {
        var reads = new AtomicInteger();
        mock.answer(LENT, request -> MockVenue.text(lent(String.valueOf(1000 + reads.getAndIncrement()))));

        venue.readBalances();

        assertEquals(
                "client.read.balances-move",
                Keys.of(heard.first(VenueEvent.ReadFailed.class).reason()));
        assertEquals(6, reads.get());
        assertEquals(List.of(), heard.all(VenueEvent.BalancesRead.class));
    }

    @Test
    void aDebtIsNotThereToBeSpent() {
        mock.answer(CAPITAL, usdc("7100"));
        mock.answer(LENT, lent("-100"));

        var quote = quote();

        assertSame("7005", quote.total());
        assertSame("7000", quote.payable(true));
        assertSame("7000", quote.payable(false));
    }

    @Test
    void aVenueWithoutSuchACallLendsNothing() {
        mock.answer(
                LENT, request -> MockVenue.status(404, "{\"code\":\"RESOURCE_NOT_FOUND\",\"message\":\"Not Found\"}"));

        assertSame("7005", quote().total());
    }

    @Test
    void halfAnAnswerIsNone() {
        mock.answer(LENT, request -> MockVenue.status(500, ""));

        venue.readBalances();

        assertEquals(
                "client.read.balances",
                Keys.of(heard.first(VenueEvent.ReadFailed.class).what()));
    }

    @Test
    void onlyAnOrderThatMayTakeLentFundsBackSaysSo() {
        var bid = NewOrder.maker(new ClientId(1), Side.BID, new Price(9900), new Quantity(100));
        mock.answer(
                "POST /api/v1/orders",
                request -> MockVenue.status(400, "{\"code\":\"INSUFFICIENT_FUNDS\",\"message\":\"no\"}"));

        venue.place(List.of(bid.redeeming(true)));
        heard.outcomes(1);
        venue.place(List.of(bid));
        heard.outcomes(2);

        var bodies = mock.calls("POST /api/v1/orders").stream()
                .map(request -> String.valueOf(request.getBody().utf8()))
                .toList();
        assertTrue(bodies.get(0).contains("\"autoLendRedeem\":true"), bodies.get(0));
        assertFalse(bodies.get(1).contains("autoLend"), bodies.get(1));
    }
}
