package makerdeck.backpack.client.stream;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import makerdeck.backpack.client.SteppedNanos;
import org.junit.jupiter.api.Test;

class OrderEchoCheckTest {

    private static final Duration TOO_LONG = Duration.ofMillis(3001);

    private final SteppedNanos nanos = new SteppedNanos(0);
    private final OrderEchoCheck echoCheck = new OrderEchoCheck(nanos);

    @Test
    void isOverdueWhenAnAcceptedOrderIsNotReported() {
        echoCheck.expect("1");
        assertFalse(echoCheck.isOverdue());

        nanos.advance(TOO_LONG);

        assertTrue(echoCheck.isOverdue());
    }

    @Test
    void isSatisfiedByAReportAfterTheAnswer() {
        echoCheck.expect("1");
        echoCheck.heard("1");
        nanos.advance(TOO_LONG);

        assertFalse(echoCheck.isOverdue());
    }

    @Test
    void isSatisfiedByAReportBeforeTheAnswer() {
        echoCheck.heard("1");
        echoCheck.expect("1");
        nanos.advance(TOO_LONG);

        assertFalse(echoCheck.isOverdue());
    }

    @Test
    void aReportOfAnotherOrderDoesNotHelp() {
        echoCheck.expect("1");
        echoCheck.heard("2");
        nanos.advance(TOO_LONG);

        assertTrue(echoCheck.isOverdue());
    }

    @Test
    void aNewSubscriptionOwesNothing() {
        echoCheck.expect("1");
        echoCheck.forget();
        nanos.advance(TOO_LONG);

        assertFalse(echoCheck.isOverdue());
    }
}
