package makerdeck.guardian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardianOrdersTest {

    private static final GuardianOrders CHARGE = new GuardianOrders(
            "SOL_USDC",
            URI.create("https://api.backpack.exchange"),
            URI.create("wss://ws.backpack.exchange"),
            "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=",
            200,
            Duration.ofSeconds(10),
            Duration.ofHours(24),
            Path.of("/var/lib/a desk"),
            new Lease(Path.of("/var/lib/a desk/term=1"), "c0ffee"));

    private static Optional<GuardianOrders> read(List<String> lines) throws IOException {
        return Guardian.guardianOrders(new BufferedReader(new StringReader(String.join("\n", lines) + "\n")));
    }

    @Test
    void arrivesAsItWasSent() throws IOException {
        assertEquals(Optional.of(CHARGE), read(CHARGE.lines()));
    }

    @Test
    void aPipeThatEndsBeforeItIsWholeGivesNone() throws IOException {
        var lines = CHARGE.lines();

        assertEquals(Optional.empty(), read(lines.subList(0, lines.size() - 1)));
        assertEquals(Optional.empty(), read(lines.subList(3, lines.size())));
        assertEquals(Optional.empty(), read(List.of()));
    }

    @Test
    void printsWithoutItsSecret() {
        assertFalse(CHARGE.toString().contains(CHARGE.secret()));
    }
}
