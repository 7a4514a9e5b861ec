package makerdeck.backpack.client.stream;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import makerdeck.backpack.client.SteppedNanos;
import org.junit.jupiter.api.Test;

class OrderEchoCheckTest {

    private static final Duration TOO_LONG = Duration.ofMillis(3001);

    private final SteppedNanos nanos = new SteppedNanos(0);
    private final OrderEchoCheck echo = new OrderEchoCheck(nanos);

    @Test
    void isOverdueWhenAnAcceptedOrderIsNotReported() {
        echo.expect("1");
        assertFalse(echo.isOverdue());

        nanos.advance(TOO_LONG);

        assertTrue(echo.isOverdue());
    }

    @Test
    void isSatisfiedByAReportAfterTheAnswer() {
        echo.expect("1");
        echo.heard("1");
        nanos.advance(TOO_LONG);

        assertFalse(echo.isOverdue());
    }

    @Test
    void isSatisfiedByAReportBeforeTheAnswer() {
        echo.heard("1");
        echo.expect("1");
        nanos.advance(TOO_LONG);

        assertFalse(echo.isOverdue());
    }

    @Test
    void aReportOfAnotherOrderDoesNotHelp() {
        echo.expect("1");
        echo.heard("2");
        nanos.advance(TOO_LONG);

        assertTrue(echo.isOverdue());
    }

    @Test
    void aNewSubscriptionOwesNothing() {
        echo.expect("1");
        echo.forget();
        nanos.advance(TOO_LONG);

        assertFalse(echo.isOverdue());
    }
}
