package makerdeck.backpack.client.base;

import java.time.Clock;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import makerdeck.backpack.wire.session.WireEvent;

/**
 * What the process lends the client.
 *
 * @param clock wall time, for the stamps of events
 * @param nanos a time that never steps, for everything that is measured or awaited
 * @param threads makes the client's few threads of a name
 * @param random spreads reconnects; used by the client alone
 * @param roundTrips told how many nanoseconds each request took; must not block
 * @param wire told word for word what is said, on the threads that say and hear it; must not block
 */
public record ClientRuntime(
        Clock clock,
        LongSupplier nanos,
        Function<String, ThreadFactory> threads,
        SplittableRandom random,
        LongConsumer roundTrips,
        Consumer<WireEvent> wire) {

    /** With nobody who measures or listens. */
    public ClientRuntime(
            Clock clock, LongSupplier nanos, Function<String, ThreadFactory> threads, SplittableRandom random) {
        this(clock, nanos, threads, random, took -> {}, said -> {});
    }
}
