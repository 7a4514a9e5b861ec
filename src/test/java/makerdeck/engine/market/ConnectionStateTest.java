package makerdeck.engine.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.venue.Health;
import makerdeck.venue.Stream;
import org.junit.jupiter.api.Test;

class ConnectionStateTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private final ConnectionState connection = new ConnectionState();

    @Test
    void whatKeptUsFromTheVenueIsForgottenOnceItHasAnswered() {
        var before = connection.downReason(Stream.PUBLIC);
        connection.down(Stream.PUBLIC, NOON, Message.plain("attempt 1 failed"));
        assertNotEquals(before, connection.downReason(Stream.PUBLIC));

        connection.reached();

        assertEquals(before, connection.downReason(Stream.PUBLIC));
    }

    @Test
    void aStreamThatWasUpKeepsWhyItIsDownWhenTheVenueAnswers() {
        connection.up(Stream.PRIVATE, NOON);
        connection.down(Stream.PRIVATE, NOON.plusSeconds(1), Message.plain("closed"));

        connection.reached();

        assertEquals("message.plain[closed]", Keys.of(connection.downReason(Stream.PRIVATE)));
        assertTrue(connection.wasUp(Stream.PRIVATE));
        assertFalse(connection.isUp(Stream.PRIVATE));
    }

    @Test
    void theLastSignOfLifeIsTheLatestWhicheverWayItCame() {
        connection.frame(NOON.plusSeconds(2));
        connection.health(new Health(true, true, null, null, 0, 0, 0, 0, NOON.plusSeconds(1)));
        assertEquals(NOON.plusSeconds(2), connection.frameAt());

        connection.health(new Health(true, true, null, Duration.ofHours(1), 0, 0, 0, 0, NOON.plusSeconds(3)));
        assertEquals(NOON.plusSeconds(3), connection.frameAt());
    }
}
