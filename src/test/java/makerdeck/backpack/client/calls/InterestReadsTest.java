package makerdeck.backpack.client.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import makerdeck.backpack.client.ConnectedClient;
import makerdeck.backpack.client.MockVenue;
import makerdeck.clock.Waiting;
import makerdeck.message.Keys;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;

/** Interest as the venue's history lists it: newest first, without times to ask for. */
@Waiting
class InterestReadsTest extends ConnectedClient {

    private static final String INTEREST = "GET /wapi/v1/history/interest";
    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private static String row(String type, String quantity, Instant at) {
        var naive = at.toString().replace("Z", "");
        return "{\"interestRate\":\"0.00001\",\"interval\":3600000,\"marketSymbol\":\"\",\"paymentType\":\"" + type
                + "\",\"positionId\":\"7\",\"quantity\":\"" + quantity + "\",\"symbol\":\"USDC\",\"timestamp\":\""
                + naive + "\"}";
    }

    private List<String> read(String body) {
        mock.answer(INTEREST, body);
        venue.readInterest(NOON);
        return heard.first(VenueEvent.InterestRead.class).payments().stream()
                .map(payment -> payment.quantity().toPlainString())
                .toList();
    }

    @Test
    void whatIsPaidForADebtIsNegativeHoweverItIsWritten() {
        assertEquals(
                List.of("0.07", "-0.01", "-0.02"),
                read("[" + row("Lend", "0.07", NOON) + "," + row("Borrow", "0.01", NOON) + ","
                        + row("Borrow", "-0.02", NOON) + "]"));
    }

    @Test
    void oneOddRowNeverVoidsTheAnswer() {
        assertEquals(
                List.of("0.07", "0.08"),
                read("[" + row("Lend", "0.07", NOON) + ",{\"symbol\":\"USDC\"},{\"quantity\":[1]},null,5,"
                        + row("Lend", "much", NOON) + "," + row("Lend", "0.08", NOON) + "]"));
    }

    @Test
    void readsPagesUntilTheyAreOldEnough() {
        mock.answer(INTEREST, request -> {
            int offset = Integer.parseInt(String.valueOf(request.getUrl().queryParameter("offset")));
            return MockVenue.text(IntStream.range(offset, offset + 100)
                    .mapToObj(i -> row("Lend", "0." + (1000 + i), NOON.plusSeconds(149 - i)))
                    .collect(Collectors.joining(",", "[", "]")));
        });

        venue.readInterest(NOON);

        assertEquals(150, heard.first(VenueEvent.InterestRead.class).payments().size());
        assertEquals(2, mock.calls(INTEREST).size());
    }

    @Test
    void anAnswerThatFailsIsNoAnswer() {
        mock.answer(INTEREST, request -> MockVenue.status(500, ""));

        venue.readInterest(NOON);

        assertEquals(
                "client.read.interest",
                Keys.of(heard.first(VenueEvent.ReadFailed.class).what()));
    }
}
