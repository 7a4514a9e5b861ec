package makerdeck.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import makerdeck.strategy.signals.Volatility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The estimate on a real feed, against the plain deviation of its one-second returns. */
class RecordedVolatilityTest {

    private static final Path FEED = Path.of(System.getProperty("shared", "../shared"), "replay/btcusdt_20240808.gz");
    private static final Pattern TOUCH = Pattern.compile(
            "(\\d+) \\{\"stream\":\"btcusdt@bookTicker\".*?\"b\":\"([\\d.]+)\".*?\"a\":\"([\\d.]+)\".*");

    private record Mid(Instant at, BigDecimal value) {}

    @Test
    void agreesWithThePlainDeviationOfARealMarket() throws IOException {
        var mids = mids();
        var volatility = new Volatility(new BigDecimal("0.01"));

        mids.forEach(mid -> volatility.update(mid.at(), mid.value()));

        double plain = plain(mids);
        assertEquals(plain, volatility.percentPerDay().orElseThrow(), plain * 0.15);
    }

    /** Root mean square of all one-second log returns, in % per day. */
    private static double plain(List<Mid> mids) {
        var start = mids.get(0).at();
        double sum = 0;
        int count = 0;
        double before = mids.get(0).value().doubleValue();
        double now = before;
        for (var mid : mids) {
            while (!mid.at().isBefore(start.plusSeconds(count + 1))) {
                double change = Math.log(now / before);
                sum += change * change;
                before = now;
                count++;
            }
            now = mid.value().doubleValue();
        }
        return 100 * Math.sqrt(sum / count * 86_400);
    }

    private static List<Mid> mids() throws IOException {
        Assumptions.assumeTrue(Files.exists(FEED), "no recorded feed at " + FEED);
        var mids = new ArrayList<Mid>();
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FEED)), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var match = TOUCH.matcher(line);
                if (match.matches()) {
                    var sum = new BigDecimal(match.group(2)).add(new BigDecimal(match.group(3)));
                    mids.add(new Mid(
                            Instant.ofEpochSecond(0, Long.parseLong(match.group(1))),
                            sum.divide(BigDecimal.valueOf(2))));
                }
            }
        }
        return mids;
    }
}
