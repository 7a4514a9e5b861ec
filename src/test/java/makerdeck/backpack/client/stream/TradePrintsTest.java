package makerdeck.backpack.client.stream;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import makerdeck.backpack.client.Samples;
import makerdeck.backpack.client.SteppedNanos;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.faults.FaultRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TradePrintsTest {

    private final SteppedNanos nanos = new SteppedNanos(0);
    private final TradePrints prints = new TradePrints(nanos);

    @BeforeEach
    void stand() {
        prints.moved(book(9950, 10050));
    }

    private static Book book(long bid, long ask) {
        return new Book(
                List.of(new Level(new Price(bid), new Quantity(1))),
                List.of(new Level(new Price(ask), new Quantity(1))),
                1);
    }

    private void paidBeyond() {
        prints.paid(new Price(10051));
        nanos.advance(Duration.ofMillis(500));
    }

    private static StreamData.Ticker ticker(String last) {
        return new StreamData.Ticker(1L, "1", last, "ticker", "1", "1", 1L, "1", "SOL_USDC", "1");
    }

    @Test
    void aTradeAtTheBestPricesSaysNothing() {
        prints.paid(new Price(9950));
        prints.paid(new Price(10050));
        nanos.advance(Duration.ofSeconds(5));

        assertFalse(prints.wantBook());
    }

    @Test
    @FaultRow("58")
    void aTradeBeyondTheBestPricesWantsTheBookUnlessItFollows() {
        prints.paid(new Price(9949));
        nanos.advance(Duration.ofMillis(499));
        assertFalse(prints.wantBook());
        nanos.advance(Duration.ofMillis(1));
        assertTrue(prints.wantBook());
        assertFalse(prints.wantBook());

        prints.moved(book(9948, 10050));
        nanos.advance(Duration.ofSeconds(5));

        assertFalse(prints.wantBook());
    }

    @Test
    @FaultRow("58")
    void whatTheVenueHasConfirmedIsBelievedUntilSomebodyPaysBeyondItAgain() {
        paidBeyond();
        assertTrue(prints.wantBook());
        prints.confirmed();
        nanos.advance(Duration.ofSeconds(5));
        assertFalse(prints.distrust());
        assertFalse(prints.wantBook());

        paidBeyond();

        assertTrue(prints.distrust());
    }

    @Test
    void distrustEndsWithAMoveOrATradeWithinOrTime() {
        prints.confirmed();
        paidBeyond();
        assertTrue(prints.distrust());
        prints.paid(new Price(10050));
        assertFalse(prints.distrust());

        prints.confirmed();
        paidBeyond();
        assertTrue(prints.distrust());
        nanos.advance(Duration.ofSeconds(10));
        assertFalse(prints.distrust());

        prints.confirmed();
        paidBeyond();
        assertTrue(prints.distrust());
        prints.moved(book(9951, 10060));
        assertFalse(prints.distrust());
    }

    @Test
    void theLastPriceCountsOnlyWhenItHasChanged() throws DecodeException {
        prints.ticked(ticker("120"), Samples.RULES);
        prints.ticked(ticker("120"), Samples.RULES);
        nanos.advance(Duration.ofSeconds(5));
        assertFalse(prints.wantBook());

        prints.ticked(ticker("121"), Samples.RULES);
        nanos.advance(Duration.ofSeconds(1));

        assertTrue(prints.wantBook());
    }
}
