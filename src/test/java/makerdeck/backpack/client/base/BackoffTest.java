package makerdeck.backpack.client.base;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff =
            new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), new SplittableRandom(7));

    @Test
    void doublesUpToTheLongestAndCutsEachByAtMostHalf() {
        for (long full : new long[] {500, 1000, 2000, 4000, 8000, 16000, 30000, 30000}) {
            long millis = backoff.next().toMillis();

            assertTrue(millis >= full / 2 && millis <= full, millis + " of " + full);
        }
    }

    @Test
    void beginsAnewAfterAReset() {
        backoff.next();
        backoff.next();

        backoff.reset();

        assertTrue(backoff.next().toMillis() <= 500);
    }
}
