package makerdeck.backpack.client.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import makerdeck.backpack.wire.ApiError;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.venue.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiRejectionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | INVALID_ORDER          | Order would immediately match and take             | POST_ONLY_WOULD_TAKE
            400 | POST_ONLY_TAKER        | ''                                                 | POST_ONLY_WOULD_TAKE
            400 | INVALID_ORDER          | PostOnlyTaker                                      | POST_ONLY_WOULD_TAKE
            400 | INVALID_ORDER          | Fill or kill order would not complete fill immediately | INVALID_ORDER
            400 | INSUFFICIENT_SUPPLY    | Insufficient supply in the lending pool            | LENT_OUT
            400 | BORROW_REQUIRES_LEND_REDEEM | Borrow requires lend redeem                    | LENT_OUT
            400 | INSUFFICIENT_FUNDS     | Insufficient funds                                 | INSUFFICIENT_FUNDS
            400 | INVALID_PRICE          | Price is too far from the last active price        | PRICE_BAND
            400 | INVALID_CLIENT_REQUEST | Price decimal too long                             | INVALID_ORDER
            400 | INVALID_CLIENT_REQUEST | Quantity is below the minimum allowed value        | INVALID_ORDER
            400 | INVALID_CLIENT_REQUEST | Request has expired                                | LATE
            400 | INVALID_CLIENT_REQUEST | Invalid timestamp: must be within 10 minutes of current time | LATE
            400 | INVALID_CLIENT_REQUEST | Invalid signature                                  | AUTHENTICATION
            400 | INVALID_CLIENT_REQUEST | Invalid X-Signature header                         | AUTHENTICATION
            401 | UNAUTHORIZED           | Unauthorized                                       | AUTHENTICATION
            400 | INVALID_SIGNATURE      | ''                                                 | AUTHENTICATION
            403 | FORBIDDEN              | ''                                                 | AUTHENTICATION
            429 | TOO_MANY_REQUESTS      | Too many requests                                  | RATE_LIMIT
            400 | TRADING_PAUSED         | Trading is paused                                  | VENUE_CLOSED
            503 | MAINTENANCE            | ''                                                 | VENUE_CLOSED
            404 | RESOURCE_NOT_FOUND     | Not Found                                          | OTHER
            400 | SOMETHING_NEW          | Nobody has heard of this                           | OTHER
            """)
    void readsTheVenuesWords(int status, String code, String message, Refusal refusal) {
        assertEquals(
                refusal, ApiRejection.of(status, new ApiError(code, message)).refusal());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | parse request payload error: Invalid decimal | INVALID_ORDER  | message.plain[parse request payload error: Invalid decimal]
            401 | Request has expired                          | LATE | message.plain[Request has expired]
            401 | Unauthorized                                 | NOT_THE_VENUE  | client.foreign.text[401, Unauthorized]
            403 | <html><title> Access\u001b[31m  denied</title></html> | NOT_THE_VENUE | client.foreign.blocked[client.foreign.page-titled[403, Access [31m denied]]
            429 | <html>slow down</html>                       | NOT_THE_VENUE  | client.foreign.page[429]
            451 | <TITLE lang="en">Legal</TITLE>               | NOT_THE_VENUE  | client.foreign.blocked[client.foreign.page-titled[451, Legal]]
            418 | banned                                       | BANNED         | message.plain[banned]
            503 | ''                                           | NOT_THE_VENUE  | message.plain[HTTP 503]
            200 | ''                                           | NOT_THE_VENUE  | client.foreign.empty
            403 | {"message":"Forbidden"}                      | NOT_THE_VENUE  | client.foreign.blocked[client.foreign.json[403]]
            502 | Bad gateway                                  | NOT_THE_VENUE  | client.foreign.text[502, Bad gateway]
            502 | <html><head><title>502 Bad Gatew             | NOT_THE_VENUE  | client.foreign.page-titled[502, 502 Bad Gatew]
            """)
    @FaultRow("65")
    void whatHasNoCodeOfTheVenuesSaysWhatCameAndNothingOfKeyOrOrder(
            int status, String body, Refusal refusal, String message) {
        var rejection = ApiRejection.ofText(status, body);

        assertEquals(refusal, rejection.refusal());
        assertEquals(message, Keys.of(rejection.message()));
    }

    @Test
    void blamesTheClockOnlyForTime() {
        assertTrue(ApiRejection.of(400, new ApiError("INVALID_CLIENT_REQUEST", "Request has expired"))
                .isAboutTime());
        assertFalse(ApiRejection.of(400, new ApiError("INVALID_CLIENT_REQUEST", "Invalid signature"))
                .isAboutTime());
    }

    @Test
    void knowsBothWaysToSayThatNoSuchOrderIsOpen() {
        assertTrue(ApiRejection.of(404, new ApiError("RESOURCE_NOT_FOUND", "Not Found"))
                .isNoSuchOrder());
        assertTrue(ApiRejection.of(400, new ApiError("INVALID_CLIENT_REQUEST", "Order not found"))
                .isNoSuchOrder());
        assertTrue(ApiRejection.of(400, new ApiError("RESOURCE_NOT_FOUND", "Not Found"))
                .isNoSuchOrder());
        assertTrue(ApiRejection.of(500, new ApiError("ResourceNotFound", "")).isNoSuchOrder());
        assertFalse(ApiRejection.ofText(404, "404 not found").isNoSuchOrder());
    }
}
