package makerdeck.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Hands clock = new Hands();

    /** Moved by hand. */
    private static final class Hands extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Progress progress(boolean terminal, int total) {
        return new Progress(
                new PrintStream(written, true, StandardCharsets.UTF_8), terminal, Spoken.ENGLISH, clock, total);
    }

    private void work(Progress progress, int parts, Duration each) {
        for (int i = 0; i < parts; i++) {
            clock.now = clock.now.plus(each);
            progress.done(i + 1);
        }
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void withoutATerminalEveryTenthIsALine() {
        work(progress(false, 200), 200, Duration.ofSeconds(3));

        assertEquals(10, lines().size());
        assertEquals(Spoken.ENGLISH.say("laboratory.progress", 20, 200, "9m 00s"), lines().get(0));
        assertEquals(Spoken.ENGLISH.say("laboratory.progress.end", 200, 200, "10m 00s"), lines().get(9));
    }

    @Test
    void fewPartsAreALineEach() {
        work(progress(false, 3), 3, Duration.ofMillis(1));

        assertEquals(3, lines().size());
    }

    @Test
    void aBarIsDrawnOverItselfAndNotTooOften() {
        work(progress(true, 1000), 1000, Duration.ofMillis(50));

        var drawn = written.toString(StandardCharsets.UTF_8).split("\r");
        assertEquals(1 + 250, drawn.length);
        assertEquals(
                "[##############################] " + Spoken.ENGLISH.say("laboratory.progress.end", 1000, 1000, "50s")
                        + "\u001b[K\n",
                drawn[250]);
    }

    @Test
    void whatEndsEarlyLeavesTheLine() {
        var progress = progress(true, 10);
        progress.end();
        work(progress, 2, Duration.ofSeconds(1));
        progress.end();

        assertEquals('\n', written.toString(StandardCharsets.UTF_8).charAt(written.size() - 1));
        assertEquals(
                1,
                written.toString(StandardCharsets.UTF_8)
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count());
    }

    @ParameterizedTest
    @CsvSource({"0,0s", "1499,1s", "59500,1m 00s", "200000,3m 20s", "3900000,1h 05m", "400000000,111h 06m"})
    void lengthsAreShort(long millis, String spelled) {
        assertEquals(spelled, Progress.length(Duration.ofMillis(millis)));
    }
}
