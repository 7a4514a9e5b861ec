package makerdeck.backpack.server.stream;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Pings every socket each minute, the first time 5 to 38 s after it opened. A socket without
 * subscriptions that missed a ping is dropped at the next one, any other after two. Venue thread only.
 */
public final class Heartbeat {

    private static final long PERIOD = Duration.ofSeconds(60).toNanos();
    private static final long EARLIEST = Duration.ofSeconds(5).toNanos();
    private static final long LATEST = Duration.ofSeconds(38).toNanos();

    private record Next(long atNanos, int missed) {}

    private final Map<Subscriber, Next> next = new LinkedHashMap<>();
    private final SubscriptionHub hub;
    private final RandomGenerator random;

    public Heartbeat(SubscriptionHub hub, RandomGenerator random) {
        this.hub = hub;
        this.random = random;
    }

    void joined(Subscriber subscriber, long now) {
        next.put(subscriber, new Next(now + random.nextLong(EARLIEST, LATEST + 1), 0));
    }

    void left(Subscriber subscriber) {
        next.remove(subscriber);
    }

    public void tick(long now) {
        for (var entry : next.entrySet()) {
            if (entry.getValue().atNanos() <= now) {
                entry.setValue(beat(entry.getKey(), entry.getValue(), now));
            }
        }
    }

    private Next beat(Subscriber subscriber, Next due, long now) {
        var missed = subscriber.hasAnswered() ? 0 : due.missed() + 1;
        if (missed > (hub.isSubscribed(subscriber) ? 1 : 0)) {
            subscriber.drop();
        } else {
            subscriber.ping();
        }
        return new Next(now + PERIOD, missed);
    }
}
