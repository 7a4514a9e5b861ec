package makerdeck.backpack.client.base;

import java.time.Duration;
import java.util.SplittableRandom;

/** Waiting times that double from first to longest, each cut by up to half so that clients spread. */
public final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final SplittableRandom random;

    private Duration upcoming;

    public Backoff(Duration first, Duration longest, SplittableRandom random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
        this.upcoming = first;
    }

    public Duration next() {
        long full = upcoming.toNanos();
        var doubled = upcoming.multipliedBy(2);
        upcoming = doubled.compareTo(longest) > 0 ? longest : doubled;
        return Duration.ofNanos(random.nextLong(full / 2, full + 1));
    }

    public void reset() {
        upcoming = first;
    }
}
