package makerdeck.backpack.server.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenueLoopTest {

    /** A busy market is not woken for each of its events, and an idle one seldom. */
    @ParameterizedTest
    @CsvSource({"-5000, 4", "0, 4", "3, 4", "4, 4", "7, 7", "20, 20", "5000, 20"})
    void itSleepsUntilSomethingIsDue(long untilDueMillis, long sleeps) {
        assertEquals(sleeps, VenueLoop.millis(TimeUnit.MILLISECONDS.toNanos(untilDueMillis)));
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807, 20", "-9223372036854775808, 4"})
    void anExchangeWithoutAnythingToDoIsStillLookedAt(long untilDueNanos, long sleeps) {
        assertEquals(sleeps, VenueLoop.millis(untilDueNanos));
    }
}
