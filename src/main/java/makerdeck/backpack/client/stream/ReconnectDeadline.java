package makerdeck.backpack.client.stream;

import java.time.Duration;
import java.util.function.LongSupplier;
import makerdeck.message.Message;

/** Watches that a stream does not take too long to move to another connection: meanwhile it is deaf. Client thread only. */
final class ReconnectDeadline {

    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final LongSupplier nanos;

    private boolean going;
    private long since;

    ReconnectDeadline(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void begin() {
        going = true;
        since = nanos.getAsLong();
    }

    /** True when it was going on. */
    boolean end() {
        boolean was = going;
        going = false;
        return was;
    }

    boolean isTooLong() {
        return going && nanos.getAsLong() - since >= LONGEST.toNanos();
    }

    /** Why a connection is given up that {@link #isTooLong}. */
    static Message tooLong() {
        return Message.of("client.stream.not-moved-in-time");
    }
}
