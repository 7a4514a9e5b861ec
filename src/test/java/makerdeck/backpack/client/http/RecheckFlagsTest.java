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

    private final RecheckFlags doubts = new RecheckFlags();

    @Test
    @FaultRow({"33", "62"})
    void lateRequestsMakeTheClockDoubtfulHoweverManyAndNeverTheKey() {
        for (int i = 0; i < 20; i++) {
            assertEquals(Refusal.LATE, doubts.raise(LATE).refusal());
        }

        assertTrue(doubts.takeClock());
        assertFalse(doubts.takeClock());
        assertFalse(doubts.takeKey());
    }

    @Test
    @FaultRow("51")
    void aWrongSignatureMakesTheKeyDoubtfulAndProvesNothing() {
        assertEquals(Refusal.KEY_IN_DOUBT, doubts.raise(WRONG).refusal());

        assertTrue(doubts.takeKey());
        assertFalse(doubts.takeKey());
    }

    @Test
    void aKeyThatMayOnlyReadIsToldAtOnce() {
        var forbidden = ApiRejection.of(403, new ApiError("FORBIDDEN", "The key may only read"));

        assertEquals(Refusal.AUTHENTICATION, doubts.raise(forbidden).refusal());
    }

    @Test
    void whatIsRefusedAgainAndAgainWhileReadsAreTakenIsAMatterOfTheKey() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Refusal.KEY_IN_DOUBT, doubts.raise(WRONG).refusal());
            doubts.acquit();
        }

        assertEquals(Refusal.AUTHENTICATION, doubts.raise(WRONG).refusal());
        doubts.acceptSignature();
        assertEquals(Refusal.KEY_IN_DOUBT, doubts.raise(WRONG).refusal());
    }

    @Test
    @FaultRow("45")
    void anInvalidOrderMakesTheRulesDoubtful() {
        doubts.raise(ApiRejection.of(400, new ApiError("INSUFFICIENT_FUNDS", "")));
        assertFalse(doubts.takeRules());

        doubts.raise(ApiRejection.of(400, new ApiError("INVALID_CLIENT_REQUEST", "Price decimal too long")));

        assertTrue(doubts.takeRules());
    }
}
