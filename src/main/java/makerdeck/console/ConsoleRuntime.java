package makerdeck.console;

import java.time.Clock;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * What the console may not make itself.
 *
 * @param clock of the snapshots' instants, in the zone of the operator
 * @param nanos a clock that only goes forward
 * @param threads makes the threads of a name, for keys and command line; they should be daemons
 * @param frames told how many nanoseconds each frame took to be painted; must not block
 */
public record ConsoleRuntime(
        Clock clock, LongSupplier nanos, Function<String, ThreadFactory> threads, LongConsumer frames) {

    /** With nobody who measures. */
    public ConsoleRuntime(Clock clock, LongSupplier nanos, Function<String, ThreadFactory> threads) {
        this(clock, nanos, threads, took -> {});
    }
}
