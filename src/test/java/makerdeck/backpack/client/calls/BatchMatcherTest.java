package makerdeck.backpack.client.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import makerdeck.backpack.client.Samples;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Orders;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Side;
import org.junit.jupiter.api.Test;

class BatchMatcherTest {

    private final List<NewOrder> orders = List.of(
            Samples.maker(1, Side.BID, 9900), Samples.maker(2, Side.BID, 9800), Samples.maker(3, Side.ASK, 10100));

    private static Orders.BatchRow row(String json) throws MalformedMessageException {
        return new Codec().decodeList(Orders.BatchRow.class, "[" + json + "]").get(0);
    }

    private static Orders.BatchRow ok(long clientId) throws MalformedMessageException {
        return row("{\"operation\":\"Ok\",\"clientId\":" + clientId + ",\"id\":\"7" + clientId + "\"}");
    }

    private static Orders.BatchRow no(String code) throws MalformedMessageException {
        return row("{\"operation\":\"Err\",\"code\":\"" + code + "\",\"message\":\"no\"}");
    }

    private List<Optional<Orders.BatchRow>> match(Orders.BatchRow... rows) {
        return BatchMatcher.match(orders, List.of(rows));
    }

    @Test
    void goesByPositionWhenNothingIsShuffled() throws Exception {
        assertEquals(
                List.of(Optional.of(ok(1)), Optional.of(no("A")), Optional.of(ok(3))), match(ok(1), no("A"), ok(3)));
    }

    @Test
    void goesByClientIdWhenRowsAreShuffled() throws Exception {
        assertEquals(List.of(Optional.of(ok(1)), Optional.of(ok(2)), Optional.of(ok(3))), match(ok(3), ok(1), ok(2)));
    }

    @Test
    void givesADisplacedRefusalToTheOrderThatIsLeft() throws Exception {
        assertEquals(
                List.of(Optional.of(ok(1)), Optional.of(ok(2)), Optional.of(no("A"))), match(no("A"), ok(1), ok(2)));
    }

    @Test
    void provesNothingAboutTheOthersWhenARowIsMissing() throws Exception {
        assertEquals(List.of(Optional.of(ok(1)), Optional.empty(), Optional.empty()), match(ok(1), no("A")));
    }

    @Test
    void provesNothingWhenAnOrderThatIsNotOursTakesARow() throws Exception {
        assertEquals(List.of(Optional.of(ok(1)), Optional.empty(), Optional.empty()), match(ok(1), ok(99), no("A")));
    }
}
