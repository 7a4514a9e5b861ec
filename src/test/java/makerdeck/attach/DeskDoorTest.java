package makerdeck.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import makerdeck.clock.SteppedClock;
import makerdeck.command.DeskCommand;
import makerdeck.console.SampleDesk;
import makerdeck.domain.Side;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeskDoorTest {

    private static final String NAME = "SIM-SOL_USDC";

    @TempDir
    private Path home;

    private final AtomicLong nanos = new AtomicLong();
    private final SteppedClock clock = new SteppedClock(SampleDesk.NOON);
    private AnsweringDesk desk;
    private DeskDoor door;

    @BeforeEach
    void open() throws IOException {
        desk = new AnsweringDesk(home);
        door = DeskDoor.open(home, NAME, desk, clock, nanos::get);
        desk.answersTo(door::hear);
    }

    @AfterEach
    void close() {
        door.close();
    }

    private Peer peer() throws IOException {
        return new Peer(home.resolve(NAME + ".sock"));
    }

    private Peer commander() throws IOException {
        var peer = peer();
        peer.greet(Greeting.COMMANDS, Map.of());
        assertEquals("ok", peer.hear());
        return peer;
    }

    @Test
    void aLineIsCarriedOutAndItsAnswersEndWithDone() throws IOException {
        try (var peer = commander()) {
            peer.say("pause bid; show stats");

            assertTrue(peer.hear().contains("\"line\":\"pause bid; show stats\",\"result\":\"as 1 said\",\"ok\":true"));
            assertTrue(peer.hear().contains("\"event\":\"command\""));
            assertTrue(peer.hear().contains("\"event\":\"done\",\"line\":\"pause bid; show stats\""));
        }
        assertEquals(new DeskCommand.Pause(Side.BID, null), desk.commands.get(0));
    }

    /** {@code set quantity 1} may have been the beginning of 0.1 or of 10. */
    @Test
    void ofALineThatWasCutOffNothingIsCarriedOut() throws IOException {
        try (var peer = commander()) {
            peer.say("pause bid");
            peer.sayHalf("pause");

            assertTrue(peer.hear("done").contains("pause bid"));
            assertTrue(peer.hear().contains("\"ok\":false"));
            assertTrue(peer.hear("done").contains("\"line\":\"pause\""));
        }
        assertEquals(List.of(new DeskCommand.Pause(Side.BID, null)), desk.commands);
    }

    @Test
    void whatIsShownComesToWhoAskedAheadOfTheAnswer() throws IOException {
        try (var other = commander();
                var peer = commander()) {
            peer.say("show why");

            assertTrue(peer.hear().contains("because of 2"));
            assertTrue(peer.hear().contains("\"event\":\"command\""));
            assertTrue(peer.hear().contains("\"event\":\"done\""));
            other.say("pause");
            assertTrue(other.hear().contains("as 1 said"));
        }
    }

    @Test
    void everyoneHearsHisOwnAnswersOnly() throws IOException {
        try (var one = commander();
                var other = commander()) {
            other.say("pause");
            var toOther = other.hear("done");
            one.say("pause");

            var first = one.hear();
            assertTrue(first.contains("as 1 said"), first);
            assertTrue(one.hear().contains("done"));
            assertTrue(toOther.contains("done"));
        }
        assertEquals(List.of(2L, 1L), desk.askers);
    }

    @Test
    void whatRaisesRiskIsShownFirstAndRunsOnAYesOnly() throws IOException {
        try (var peer = commander()) {
            peer.say("rebalance now");
            assertTrue(peer.hear().contains("sells 9.20 for 1"));
            peer.say("no");
            assertTrue(peer.hear("command").contains("\"ok\":false"));
            assertTrue(peer.hear().contains("done"));
            assertEquals(List.of(), desk.commands);

            peer.say("rebalance now");
            assertTrue(peer.hear().contains("\"event\":\"question\""));
            peer.say("yes");
            assertTrue(peer.hear().contains("as 1 said"));
            assertTrue(peer.hear().contains("done"));
        }
        assertEquals(List.of(new DeskCommand.Rebalance(DeskCommand.Rebalance.Mode.NOW)), desk.commands);
    }

    @Test
    void aQuestionEndsWithTheLineThatAskedIt() throws IOException {
        try (var peer = commander()) {
            peer.say("rebalance now");
            assertTrue(peer.hear().contains("question"));
        }
        try (var other = commander()) {
            other.say("yes");
            assertTrue(other.hear().contains("\"ok\":false"));
        }
        assertEquals(List.of(), desk.commands);
    }

    @Test
    void aQuestionThatNobodyAnswersInTimeIsDone() throws IOException {
        try (var peer = commander()) {
            peer.say("rebalance now");
            assertTrue(peer.hear().contains("question"));

            clock.pass(Duration.ofSeconds(16));

            assertTrue(peer.hear("command").contains("\"ok\":false"));
            assertTrue(peer.hear("done").contains("\"line\":\"rebalance now\""));
        }
        assertEquals(List.of(), desk.commands);
    }

    @Test
    void resultsComeLineByLine() throws IOException {
        try (var peer = commander()) {
            peer.say("show results");

            var all = peer.hear() + peer.hear() + peer.hear() + peer.hear();
            assertTrue(all.contains("\"text\":\"Monday 12\""), all);
            assertTrue(all.contains("\"text\":\"total 12\""), all);
            assertTrue(all.endsWith("\"event\":\"done\",\"line\":\"show results\"}"), all);
        }
    }

    @Test
    void whoIsNoMakerdeckOrAnotherReleaseIsTold() throws IOException {
        for (var line : List.of("GET / HTTP/1.1", "makerdeck 99 commands", "makerdeck 1 dance", "makerdeck")) {
            try (var peer = peer()) {
                peer.say(line);

                var said = peer.hear();
                assertTrue(said.startsWith("no "), said);
                assertEquals("", peer.hear());
            }
        }
    }

    @Test
    void whoSaysNothingIsDropped() throws IOException {
        try (var silent = peer();
                var other = commander()) {
            nanos.addAndGet(Caller.GREETS_WITHIN.plusMillis(1).toNanos());
            // Its watch may have seen it first.
            door.dropOverdue();

            assertEquals("", silent.hear());
            other.say("pause");
            assertTrue(other.hear().contains("as"));
        }
    }

    @Test
    void whoTakesNothingIsDroppedAndHoldsUpNobody() throws IOException {
        try (var deaf = commander();
                var other = commander()) {
            deaf.flood("help");
            other.say("pause");
            assertTrue(other.hear("command").contains("\"ok\":true"));

            Awaitility.await("dropped").atMost(Duration.ofSeconds(20)).until(() -> {
                nanos.addAndGet(Caller.TAKES_WITHIN.plusMillis(1).toNanos());
                door.dropOverdue();
                return door.callers() == 1;
            });
            other.say("pause");
            assertTrue(other.hear("command").contains("\"ok\":true"));
        }
    }

    @Test
    void tooManyAreRefusedAndHaveRoomWhenOneHasGone() throws IOException {
        var all = new ArrayList<Peer>();
        for (int i = 0; i < 16; i++) {
            all.add(commander());
        }
        try (var one = peer()) {
            one.greet(Greeting.COMMANDS, Map.of());
            assertTrue(one.hear().startsWith("no "));
        }
        for (var each : all) {
            each.close();
        }
        Awaitility.await("room again").atMost(Duration.ofSeconds(20)).until(() -> {
            try (var one = peer()) {
                one.greet(Greeting.COMMANDS, Map.of());
                return one.hear().equals("ok");
            }
        });
    }

    @Test
    void theEndOfTheDeskEndsEveryLineAndTakesTheFileAway() throws IOException {
        try (var peer = commander()) {
            peer.say("pause");
            peer.hear("done");
            door.close();

            assertEquals("", peer.hear());
        }
        assertFalse(Files.exists(home.resolve(NAME + ".sock")));
    }
}
