package makerdeck.metrics;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import makerdeck.engine.input.StepWatch;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.process.FileErrors;
import makerdeck.process.Threads;
import makerdeck.snapshot.DeskSnapshot;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** The desk's figures for a monitoring system, where one was asked for; else nothing is measured. */
public final class Monitoring implements AutoCloseable {

    public static final Monitoring NONE = new Monitoring(null, null, Clock.systemUTC());

    private final @Nullable InetSocketAddress address;
    private final @Nullable Latencies latencies;
    private final Clock clock;
    private @Nullable MetricsServer server;

    private Monitoring(@Nullable InetSocketAddress address, @Nullable Latencies latencies, Clock clock) {
        this.address = address;
        this.latencies = latencies;
        this.clock = clock;
    }

    /**
     * @param address where the figures are served, null for nowhere
     * @param clock the one that stamps the venue's events
     * @param nanos a time that never steps
     */
    public static Monitoring at(@Nullable InetSocketAddress address, Clock clock, LongSupplier nanos) {
        return address == null ? NONE : new Monitoring(address, new Latencies(clock, nanos), clock);
    }

    /** Measures the engine. */
    public StepWatch steps() {
        return latencies == null ? StepWatch.NONE : latencies;
    }

    /** Told how many nanoseconds a request took. Any thread; never blocks. */
    public LongConsumer roundTrips() {
        return latencies == null ? took -> {} : latencies::roundTrip;
    }

    /** Told how many nanoseconds a frame took. Any thread; never blocks. */
    public LongConsumer frames() {
        return latencies == null ? took -> {} : latencies::frame;
    }

    /** Serves from now on. Throws {@link MistakeException} where nobody can. */
    public void serve(Supplier<DeskSnapshot> desk) {
        if (address == null || latencies == null) {
            return;
        }
        try {
            server = MetricsServer.open(address, new DeskMetrics(desk, latencies, clock), Threads.daemons("metrics"));
            Logger.info("metrics at {}", server.address());
        } catch (IOException taken) {
            throw new MistakeException(Message.of(
                    "program.metrics.address",
                    address.getHostString() + ":" + address.getPort(),
                    FileErrors.of(taken)));
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
