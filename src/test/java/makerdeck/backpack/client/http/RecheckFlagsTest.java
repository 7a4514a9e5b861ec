package makerdeck.backpack.client.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import makerdeck.backpack.wire.ApiError;
import makerdeck.faults.FaultRow;
import makerdeck.venue.Refusal;
import org.junit.jupiter.api.Test;

class RecheckFlagsTest {

    private static final ApiRejection LATE =
            ApiRejection.of(400, new ApiError("INVALID_CLIENT_REQUEST", "Request has expired"));

    private static final ApiRejection WRONG =
            ApiRejection.of(400, new ApiError("INVALID_CLIENT_REQUEST", "Invalid signature"));

    private final RecheckFlags rechecks = new RecheckFlags();

    @Test
    @FaultRow({"33", "62"})
    void lateRequestsMakeTheClockDoubtfulHoweverManyAndNeverTheKey() {
        for (int i = 0; i < 20; i++) {
            assertEquals(Refusal.LATE, rechecks.raise(LATE).refusal());
        }

        assertTrue(rechecks.takeClock());
        assertFalse(rechecks.takeClock());
        assertFalse(rechecks.takeKey());
    }

    @Test
    @FaultRow("51")
    void aWrongSignatureMakesTheKeyDoubtfulAndProvesNothing() {
        assertEquals(Refusal.KEY_IN_DOUBT, rechecks.raise(WRONG).refusal());

        assertTrue(rechecks.takeKey());
        assertFalse(rechecks.takeKey());
    }

    @Test
    void aKeyThatMayOnlyReadIsToldAtOnce() {
        var forbidden = ApiRejection.of(403, new ApiError("FORBIDDEN", "The key may only read"));

        assertEquals(Refusal.AUTHENTICATION, rechecks.raise(forbidden).refusal());
    }

    @Test
    void whatIsRefusedAgainAndAgainWhileReadsAreTakenIsAMatterOfTheKey() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Refusal.KEY_IN_DOUBT, rechecks.raise(WRONG).refusal());
            rechecks.acquit();
        }

        assertEquals(Refusal.AUTHENTICATION, rechecks.raise(WRONG).refusal());
        rechecks.acceptSignature();
        assertEquals(Refusal.KEY_IN_DOUBT, rechecks.raise(WRONG).refusal());
    }

    @Test
    @FaultRow("45")
    void anInvalidOrderMakesTheRulesDoubtful() {
        rechecks.raise(ApiRejection.of(400, new ApiError("INSUFFICIENT_FUNDS", "")));
        assertFalse(rechecks.takeRules());

        rechecks.raise(ApiRejection.of(400, new ApiError("INVALID_CLIENT_REQUEST", "Price decimal too long")));

        assertTrue(rechecks.takeRules());
    }
}
