package makerdeck.backpack.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import makerdeck.backpack.wire.ApiError;
import makerdeck.faults.FaultRow;
import makerdeck.venue.Refusal;
import org.junit.jupiter.api.Test;

class DoubtsTest {

    private static final Rejection LATE =
            Rejection.of(400, new ApiError("INVALID_CLIENT_REQUEST", "Request has expired"));

    private final Doubts doubts = new Doubts();

    @Test
    @FaultRow("33")
    void aLateRequestMakesTheClockDoubtfulNotTheKey() {
        assertEquals(Refusal.OTHER, doubts.raise(LATE).refusal());

        assertTrue(doubts.takeClock());
        assertFalse(doubts.takeClock());
    }

    @Test
    void lateRequestsThatDoNotEndAreAMatterOfAuthentication() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Refusal.OTHER, doubts.raise(LATE).refusal());
        }

        assertEquals(Refusal.AUTHENTICATION, doubts.raise(LATE).refusal());
    }

    @Test
    void anAcceptedRequestInBetweenRestoresPatience() {
        for (int i = 0; i < 10; i++) {
            assertEquals(Refusal.OTHER, doubts.raise(LATE).refusal());
            doubts.acceptSignature();
        }
    }

    @Test
    @FaultRow("51")
    void aWrongSignatureIsAMatterOfAuthenticationAtOnce() {
        var wrong = Rejection.of(400, new ApiError("INVALID_CLIENT_REQUEST", "Invalid signature"));

        assertEquals(Refusal.AUTHENTICATION, doubts.raise(wrong).refusal());
    }

    @Test
    @FaultRow("45")
    void anInvalidOrderMakesTheRulesDoubtful() {
        doubts.raise(Rejection.of(400, new ApiError("INSUFFICIENT_FUNDS", "")));
        assertFalse(doubts.takeRules());

        doubts.raise(Rejection.of(400, new ApiError("INVALID_CLIENT_REQUEST", "Price decimal too long")));

        assertTrue(doubts.takeRules());
    }
}
