package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import makerdeck.backpack.wire.signing.Instruction;
import makerdeck.faults.FaultRow;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk against a venue, each a process of its own, on an account whose idle funds are all lent. */
class AutoLendIT {

    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    private Path home;

    @Test
    @FaultRow("63")
    void resumeBringsThreeAndThreeOrdersFromFundsThatAreAllLent() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--auto-lend", "--market", "calm", "--seed", "5")) {
            Awaitility.await("nothing that is not lent").atMost(SOON).until(() -> isAllLent(venue));
            try (var desk = new HeadlessDesk(home, venue.environment(), "--exchange", "backpack")) {
                desk.await("state", SOON, line -> line.text("state").equals("PAUSED"));
                assertEquals(List.of(), desk.all("order"));

                desk.agree("resume");
                Awaitility.await("six orders")
                        .atMost(SOON)
                        .until(() -> firstOpen(desk, "bid").size() == 3
                                && firstOpen(desk, "ask").size() == 3);

                var resumed =
                        desk.await("command", SOON, line -> line.text("line").equals("resume"));
                assertEquals("true", resumed.text("ok"), resumed.toString());
                System.out.printf(
                        "from resume to three and three orders of lent funds: %d ms%n",
                        Duration.between(at(resumed), lastOpen(desk)).toMillis());
                assertTrue(venue.open("Bid") >= 3 && venue.open("Ask") >= 3);
                desk.type("quit");
                assertEquals(0, desk.exitCode(SOON));
            }
            assertEquals(0, venue.open());
        }
    }

    private static boolean isAllLent(VenueProcess venue) {
        var lent = venue.get(Instruction.BORROW_LEND_POSITION_QUERY, "/api/v1/borrowLend/positions", List.of());
        return lent.contains("SOL") && lent.contains("USDC");
    }

    /** The first three orders of a side that came to rest. */
    private static List<HeadlessDesk.Line> firstOpen(HeadlessDesk desk, String side) {
        return desk.all("order").stream()
                .filter(line ->
                        line.text("state").equals("OPEN") && line.text("side").equals(side))
                .limit(3)
                .toList();
    }

    private static Instant lastOpen(HeadlessDesk desk) {
        var bids = firstOpen(desk, "bid");
        var asks = firstOpen(desk, "ask");
        return at(bids.get(2)).isAfter(at(asks.get(2))) ? at(bids.get(2)) : at(asks.get(2));
    }

    private static Instant at(HeadlessDesk.Line line) {
        return Instant.parse(line.text("ts"));
    }
}
