package makerdeck.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import makerdeck.domain.Side;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

/** What stands beside the spread is why it is as wide as it is. */
class SpreadReasonTest {

    private static final Pattern EACH = Pattern.compile("bids ([0-9.]+) x([0-9.]+) run of fills \\+ asks ([0-9.]+)");

    private final Bench bench = new Bench().started();

    @Test
    void whileFillsWidenASideTheirFactorStandsThereAndTheSumIsTheSpread() {
        for (int fill = 0; fill < 3; fill++) {
            bench.hit(Side.BID);
            bench.pass(Duration.ofSeconds(2));
        }

        var quoting = bench.snapshot().quoting();
        var sum = EACH.matcher(Spoken.english(quoting.spreadGuards()));
        assertTrue(sum.matches(), Spoken.english(quoting.spreadGuards()));
        var bids = new BigDecimal(sum.group(1)).multiply(new BigDecimal(sum.group(2)));
        assertEquals(
                Objects.requireNonNull(quoting.spread()).doubleValue(),
                bids.add(new BigDecimal(sum.group(3))).doubleValue(),
                0.002);
        assertTrue(new BigDecimal(sum.group(2)).compareTo(BigDecimal.ONE) > 0);
    }

    @Test
    void withoutGuardsNothingStandsThere() {
        assertEquals("", Spoken.english(bench.snapshot().quoting().spreadGuards()));
        assertEquals("spread", bench.snapshot().quoting().spreadReason());
    }
}
