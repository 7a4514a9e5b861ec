package makerdeck.backpack.client.calls;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import makerdeck.backpack.client.ConnectedClient;
import makerdeck.backpack.client.MockVenue;
import makerdeck.clock.Waiting;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What it takes until a key is called wrong. */
@Waiting
class KeyTrialTest extends ConnectedClient {

    private static final String ACCOUNT = "GET /api/v1/account";
    private static final String WRONG = "{\"code\":\"INVALID_CLIENT_REQUEST\",\"message\":\"Invalid signature\"}";
    private static final String LATE = "{\"code\":\"INVALID_CLIENT_REQUEST\",\"message\":\"Request has expired\"}";

    @BeforeEach
    void settle() {
        forgetTheOpening();
        mock.answer("GET /api/v1/orders", request -> MockVenue.status(400, WRONG));
    }

    @Test
    @FaultRow("51")
    void aKeyIsWrongWhenUnhurriedReadsWithAFreshClockAreRefusedThreeTimes() {
        mock.answer(ACCOUNT, request -> MockVenue.status(400, WRONG));

        venue.readOpenOrders();

        assertEquals(
                Refusal.KEY_IN_DOUBT, heard.first(VenueEvent.ReadFailed.class).refusal());
        var unusable = heard.first(VenueEvent.Unusable.class);
        assertEquals(Refusal.AUTHENTICATION, unusable.refusal());
        assertEquals("client.rules.key-refused[message.plain[Invalid signature]]", Keys.of(unusable.reason()));
        assertEquals(true, mock.calls("GET /api/v1/time").size() >= 3);
    }

    @Test
    @FaultRow("62")
    void whatIsLateOrAPageProvesNothingAndOneAcceptedReadEndsTheTrial() {
        var asked = new AtomicInteger();
        var right = mock.answerTo(ACCOUNT);
        mock.answer(ACCOUNT, request -> switch (asked.getAndIncrement()) {
            case 0 -> MockVenue.status(400, LATE);
            case 1 -> MockVenue.status(403, "<html></html>");
            case 2, 3 -> MockVenue.status(400, WRONG);
            default -> right.apply(request);
        });

        venue.readOpenOrders();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            // After a page nothing is asked for a while.
            mock.nanos.advance(Duration.ofMillis(100));
            return asked.get() >= 5;
        });
        mock.answer("GET /api/v1/orders", "[]");
        venue.readOpenOrders();
        heard.first(VenueEvent.OpenOrdersRead.class);

        assertEquals(java.util.List.of(), heard.all(VenueEvent.Unusable.class));
    }
}
