package makerdeck.backpack.client.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import makerdeck.backpack.client.base.Backoff;
import makerdeck.backpack.client.http.RequestBudget.Purpose;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Holds requests back, each time longer, while something in between answers in the venue's place. Reads and orders
 * wait apart; cancels never wait. Client thread only.
 */
public final class InterceptionBackoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private static final class Way {
        private final Backoff backoff;
        private long until;
        private @Nullable Message answer;

        private Way(SplittableRandom random) {
            backoff = new Backoff(FIRST, LONGEST, random);
        }
    }

    private final LongSupplier nanos;
    private final Map<Purpose, Way> ways = new EnumMap<>(Purpose.class);

    public InterceptionBackoff(LongSupplier nanos, SplittableRandom random) {
        this.nanos = nanos;
        ways.put(Purpose.READ, new Way(random));
        ways.put(Purpose.ORDER, new Way(random));
    }

    /** Such an answer has come. Several that were under way together count as one. */
    void met(Purpose purpose, Message answer) {
        var way = ways.get(purpose);
        if (way != null && holdsBack(purpose).isEmpty()) {
            way.until = nanos.getAsLong() + way.backoff.next().toNanos();
            way.answer = answer;
        }
    }

    /** The venue itself has answered. */
    void heard(Purpose purpose) {
        var way = ways.get(purpose);
        if (way != null) {
            way.backoff.reset();
            way.answer = null;
        }
    }

    /** What was answered last in the venue's place, while nothing is to be sent for it. */
    Optional<Message> holdsBack(Purpose purpose) {
        var way = ways.get(purpose);
        return Optional.ofNullable(way)
                .filter(held -> nanos.getAsLong() - held.until < 0)
                .map(held -> held.answer);
    }
}
