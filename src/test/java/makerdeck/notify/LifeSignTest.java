package makerdeck.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import makerdeck.console.SampleDesk;
import makerdeck.notify.sink.Web;
import makerdeck.snapshot.DeskState;
import org.junit.jupiter.api.Test;

class LifeSignTest {

    private final SampleDesk desk = new SampleDesk();

    @Test
    void itBeatsOnlyWhileTheEngineMovesAndIsNotHalted() throws IOException {
        try (var endpoint = new Endpoint();
                var web = new Web(Duration.ofSeconds(5))) {
            var heart = new LifeSign(web, endpoint.url("/api/push/secret?status=up&msg=OK&ping="));

            assertTrue(heart.beat(desk.snapshot()));
            assertFalse(heart.beat(desk.snapshot()));
            desk.at = desk.at.plusSeconds(60);
            desk.state = DeskState.HALTED;
            assertFalse(heart.beat(desk.snapshot()));
            desk.at = desk.at.plusSeconds(60);
            desk.state = DeskState.PAUSED;
            assertTrue(heart.beat(desk.snapshot()));

            assertEquals(2, endpoint.heard().size());
            assertEquals("GET", endpoint.heard().get(0).method());
            assertEquals(
                    "/api/push/secret?status=up&msg=OK&ping=",
                    endpoint.heard().get(0).path());
        }
    }

    @Test
    void aWatchThatDoesNotAnswerOrSaysNoHasNotHeardIt() throws IOException {
        try (var endpoint = new Endpoint();
                var web = new Web(Duration.ofSeconds(5))) {
            endpoint.next(Endpoint.Reply.of(404), Endpoint.Reply.of(302));
            var heart = new LifeSign(web, endpoint.url("/uuid"));

            assertFalse(heart.beat(desk.snapshot()));
            desk.at = desk.at.plusSeconds(60);
            assertFalse(heart.beat(desk.snapshot()));
        }
    }
}
