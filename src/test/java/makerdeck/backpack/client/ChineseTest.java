package makerdeck.backpack.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator reads who speaks Traditional Chinese. */
class ChineseTest {

    private final Heard heard = new Heard();
    private MockVenue mock;

    @BeforeEach
    void open() throws IOException {
        mock = new MockVenue();
    }

    @AfterEach
    void close() {
        mock.close();
    }

    private static String error(String code, String message) {
        return "{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}";
    }

    @Test
    void whatKeepsUsOutIsToldInTheOperatorsLanguageAndTheVenuesOwnWordsAsTheyAre() {
        mock.answer("GET /api/v1/time", request -> MockVenue.status(503, ""));
        try (var venue = mock.client(heard)) {
            venue.start();
            assertEquals(
                    "連不到交易所：HTTP 503；第 1 次，1 s 後再試",
                    Spoken.CHINESE.say(heard.first(VenueEvent.StreamDown.class).reason()));

            mock.answer(
                    "GET /api/v1/market",
                    request -> MockVenue.status(400, error("INVALID_CLIENT_REQUEST", "Invalid symbol")));
            mock.answer("GET /api/v1/time", request -> MockVenue.text("1788285244094"));

            assertEquals(
                    "交易所沒有現貨市場 SOL_USDC：Invalid symbol",
                    Spoken.CHINESE.say(heard.first(VenueEvent.Unusable.class).reason()));
        }
    }
}
