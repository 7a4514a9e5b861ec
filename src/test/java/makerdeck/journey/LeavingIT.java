package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import makerdeck.faults.FaultRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program told to leave by TERM at the worst moments: what it leaves behind, and what it says. */
class LeavingIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path home;

    private VenueProcess venue() throws IOException {
        return new VenueProcess(home, "--seed", "37", "--market", "calm", "--commands");
    }

    private HeadlessDesk quoting(VenueProcess venue) throws IOException {
        var desk = new HeadlessDesk(
                home, venue.environment(), "--exchange", "backpack", "--start", "--base-asset-target", "10");
        desk.await("order", SOON, line -> line.text("state").equals("OPEN"));
        return desk;
    }

    private static void awaitSent(HeadlessDesk desk, Instant after) {
        desk.await(
                "order",
                SOON,
                line -> line.text("state").equals("SENT")
                        && Instant.parse(line.text("ts")).isAfter(after));
    }

    private static void assertLeftInOrder(HeadlessDesk desk, VenueProcess venue)
            throws IOException, InterruptedException {
        assertEquals(0, desk.exitCode(SOON), () -> String.valueOf(desk.lines()));
        venue.tell("venue calm");
        assertEquals(0, venue.open());
        var report = desk.all("report").get(0);
        var ledger = VenueLedger.read(venue);
        assertEquals(Long.toString(ledger.fills()), report.text("fills"));
        assertEquals(0, ledger.base().compareTo(new BigDecimal(report.text("volumeBase"))));
        assertEquals(0, ledger.fees().compareTo(new BigDecimal(report.text("fees"))));
    }

    @Test
    void aDeskWhoseDurationIsOverLeavesByItself() throws IOException, InterruptedException {
        try (var venue = venue();
                var desk = new HeadlessDesk(
                        home, venue.environment(), "--exchange", "backpack", "--start", "--duration", "5")) {
            desk.await("order", SOON, line -> line.text("state").equals("OPEN"));
            desk.await("state", SOON, line -> line.text("state").equals("FINISHED"));

            assertLeftInOrder(desk, venue);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"latency", "post-timeout", "post-late", "post-lost", "post-garbled"})
    @FaultRow("37")
    void ordersOnTheirWayAreWaitedForAndCancelled(String fault) throws IOException, InterruptedException {
        try (var venue = venue();
                var desk = quoting(venue)) {
            var now = Instant.now();
            venue.tell("venue fault " + fault + " 60s");
            desk.type("set spread 1");
            awaitSent(desk, now);

            desk.signal("TERM");

            assertLeftInOrder(desk, venue);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"latency", "post-timeout", "post-late"})
    @FaultRow("54")
    void aRebalanceOnItsWayIsWaitedForAndBooked(String fault) throws IOException, InterruptedException {
        try (var venue = venue();
                var desk = quoting(venue)) {
            var now = Instant.now();
            desk.agree("rebalance now");
            venue.tell("venue fault " + fault + " 60s");
            desk.await("state", SOON, line -> line.text("state").equals("REBALANCING"));
            awaitSent(desk, now);

            desk.signal("TERM");

            assertLeftInOrder(desk, venue);
        }
    }

    @Test
    @FaultRow("37")
    void withAVenueThatIsGoneItSaysWhichOrdersMayLiveAndHowToCancelThem() throws IOException, InterruptedException {
        try (var venue = venue();
                var desk = quoting(venue)) {
            var orders = venue.orderIds();
            venue.signal("KILL");

            desk.signal("TERM");

            assertEquals(5, desk.exitCode(SOON));
            var errors = Files.readString(home.resolve("desk.err"));
            assertTrue(!orders.isEmpty() && orders.stream().allMatch(order -> errors.contains("id " + order)), errors);
            assertTrue(errors.contains("cancel them on the venue's own page (open orders of SOL_USDC)"), errors);
            assertTrue(errors.contains("the guardian goes on trying to cancel them"), errors);
        }
    }
}
