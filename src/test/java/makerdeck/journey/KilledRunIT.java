package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import makerdeck.faults.FaultRow;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A killed run has left orders, and the next one is told to leave before it knows: nothing is left unsaid. */
class KilledRunIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path home;

    private VenueProcess venue() throws IOException {
        return new VenueProcess(home, "--seed", "37", "--market", "calm", "--commands");
    }

    private HeadlessDesk quoting(VenueProcess venue) throws IOException {
        var desk = again(venue);
        desk.await("order", SOON, line -> line.text("state").equals("OPEN"));
        return desk;
    }

    private HeadlessDesk again(VenueProcess venue) throws IOException {
        return new HeadlessDesk(home, venue.environment(), "--exchange", "backpack", "--start");
    }

    /** Killed with its orders resting, and its guardian too: nobody looks after them. */
    private void killWithOrders(VenueProcess venue) throws IOException, InterruptedException {
        try (var desk = quoting(venue)) {
            desk.killWithGuardian();
        }
        assertTrue(venue.open() > 0);
    }

    @Test
    @FaultRow("57")
    void toldToLeaveBeforeItHasConnectedItCancelsWhatAnEarlierRunLeft() throws IOException, InterruptedException {
        try (var venue = venue()) {
            killWithOrders(venue);

            try (var desk = again(venue)) {
                desk.type("quit");

                assertEquals(0, desk.exitCode(SOON), () -> String.valueOf(desk.lines()));
            }
            assertEquals(0, venue.open());
        }
    }

    @Test
    @FaultRow("57")
    void whenTheVenueNeverAnswersItSaysThatOrdersOfAnEarlierRunMayRest() throws IOException, InterruptedException {
        try (var venue = venue()) {
            killWithOrders(venue);
            venue.signal("STOP");

            try (var desk = again(venue)) {
                desk.type("quit");

                assertEquals(5, desk.exitCode(SOON), () -> String.valueOf(desk.lines()));
                var errors = Files.readString(home.resolve("desk.err"));
                assertTrue(errors.contains("orders of an earlier run may rest"), errors);
                assertTrue(errors.contains("cancel them on the venue's own page"), errors);
            } finally {
                venue.signal("CONT");
            }
        }
    }

    private void assertNothingLeftOrSaid(HeadlessDesk desk, VenueProcess venue)
            throws IOException, InterruptedException {
        var code = desk.exitCode(SOON);
        venue.tell("venue calm");
        if (code == 0) {
            assertEquals(0, venue.open());
        } else {
            assertEquals(5, code, () -> String.valueOf(desk.lines()));
            var errors = Files.readString(home.resolve("desk.err"));
            // A slow venue may have listed them once, and be too late to confirm that they are gone.
            assertTrue(
                    errors.contains("orders of an earlier run may rest") || errors.contains("did not confirm it"),
                    errors);
            assertTrue(errors.contains("cancel them on the venue's own page"), errors);
        }
    }

    private void assertSaysThatEarlierOrdersMayRest() throws IOException {
        var errors = Files.readString(home.resolve("desk.err"));
        assertTrue(errors.contains("orders of an earlier run may rest"), errors);
        assertTrue(errors.contains("cancel them on the venue's own page"), errors);
    }

    @ParameterizedTest
    @CsvSource({
        "calm, 0",
        "calm, 1000",
        "fault latency 60s, 1000",
        "fault page-502 60s, 1000",
        "fault read-timeout 60s, 1000"
    })
    @FaultRow("57")
    void terminatedSoonAfterItsStartItLeavesNoneOfAKilledRunsOrdersOrSaysThatTheyMayRest(String trouble, long after)
            throws IOException, InterruptedException {
        try (var venue = venue()) {
            killWithOrders(venue);
            venue.tell("venue " + trouble);

            try (var desk = again(venue)) {
                desk.await("state", SOON, line -> true);
                Awaitility.await().pollDelay(Duration.ofMillis(after)).until(() -> true);
                desk.signal("TERM");

                assertNothingLeftOrSaid(desk, venue);
            }
        }
    }

    @Test
    @FaultRow("57")
    void terminatedWhileTheVenueIsTriedAgainItSaysThatOrdersOfAKilledRunMayRest()
            throws IOException, InterruptedException {
        try (var venue = venue()) {
            killWithOrders(venue);
            venue.signal("KILL");

            try (var desk = again(venue)) {
                desk.await("state", SOON, line -> line.text("reason").contains("attempt 1"));
                desk.signal("TERM");

                assertEquals(5, desk.exitCode(SOON), () -> String.valueOf(desk.lines()));
                assertSaysThatEarlierOrdersMayRest();
            }
        }
    }

    @Test
    @FaultRow("57")
    void whenItGivesUpReachingTheVenueItSaysThatOrdersOfAKilledRunMayRest() throws IOException, InterruptedException {
        try (var venue = venue()) {
            killWithOrders(venue);
            venue.signal("KILL");

            try (var desk =
                    new HeadlessDesk(home, venue.environment(), "--exchange", "backpack", "--start", "--wait", "3s")) {
                assertEquals(4, desk.exitCode(SOON), () -> String.valueOf(desk.lines()));
                assertSaysThatEarlierOrdersMayRest();
                assertTrue(Files.readString(home.resolve("desk.err"))
                        .contains("the guardian goes on trying to cancel them"));
            }
        }
    }
}
