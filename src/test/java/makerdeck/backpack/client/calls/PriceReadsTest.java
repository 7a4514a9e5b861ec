package makerdeck.backpack.client.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import makerdeck.backpack.client.BackpackVenue;
import makerdeck.backpack.client.Heard;
import makerdeck.backpack.client.MockVenue;
import makerdeck.clock.Waiting;
import makerdeck.message.Keys;
import makerdeck.venue.VenueEvent;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one of an asset is worth in the quote asset. */
@Waiting
class PriceReadsTest {

    private static final String TICKER = "GET /api/v1/ticker";
    private static final String NO_MARKET =
            "{\"code\":\"INVALID_CLIENT_REQUEST\",\"message\":\"Invalid market symbol\"}";

    private final Heard heard = new Heard();
    private MockVenue mock;
    private BackpackVenue venue;

    @BeforeEach
    void open() throws IOException {
        mock = new MockVenue();
        venue = mock.connected(heard);
    }

    @AfterEach
    void close() {
        venue.close();
        mock.close();
    }

    /** The venue has these markets and no other. */
    private void markets(Map<String, MockResponse> tickers) {
        mock.answer(TICKER, request -> {
            var symbol = String.valueOf(request.getUrl().queryParameter("symbol"));
            return Objects.requireNonNullElseGet(tickers.get(symbol), () -> MockVenue.status(400, NO_MARKET));
        });
    }

    private static MockResponse ticker(String symbol, String last) {
        return MockVenue.text("{\"symbol\":\"" + symbol + "\",\"lastPrice\":\"" + last + "\"}");
    }

    private VenueEvent.PriceRead read() {
        venue.readPrice("JTO");
        return heard.first(VenueEvent.PriceRead.class);
    }

    @Test
    void isTheLastPriceOfItsMarket() {
        markets(Map.of("JTO_USDC", ticker("JTO_USDC", "2.5")));

        assertEquals(new BigDecimal("2.5"), read().price());
    }

    @Test
    void isTheOtherWayRoundWhereOnlyThatMarketIsListed() {
        markets(Map.of("USDC_JTO", ticker("USDC_JTO", "0.4")));

        assertEquals(0, new BigDecimal("2.5").compareTo(Objects.requireNonNull(read().price())));
    }

    @Test
    void isNoneWithoutAMarket() {
        markets(Map.of());

        assertNull(read().price());
        assertEquals(2, mock.calls(TICKER).size());
    }

    @Test
    void isNoneWhereNothingHasTraded() {
        markets(Map.of("JTO_USDC", new MockResponse.Builder().code(204).build()));

        assertNull(read().price());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"symbol\":\"SOL_USDC\",\"lastPrice\":\"150\"}",
                "{\"symbol\":\"JTO_USDC\",\"lastPrice\":\"0\"}",
                "{\"symbol\":\"JTO_USDC\",\"lastPrice\":\"-2\"}",
                "{\"symbol\":\"JTO_USDC\",\"lastPrice\":\"1e9\"}",
                "{\"symbol\":\"JTO_USDC\"}",
                "null"
            })
    void isNotReadFromAnAnswerThatIsAboutSomethingElseOrNoPrice(String body) {
        markets(Map.of("JTO_USDC", MockVenue.text(body)));

        venue.readPrice("JTO");

        assertTrue(Keys.of(heard.first(VenueEvent.ReadFailed.class).what()).contains("JTO_USDC"));
    }
}
