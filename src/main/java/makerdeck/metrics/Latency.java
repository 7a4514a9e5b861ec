package makerdeck.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** How long one kind of work takes, since the start. Any thread records and never waits; one thread at a time reads. */
final class Latency {

    private static final long LEAST_NANOS = 1_000;
    private static final long MOST_NANOS = 60_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    /** In seconds, from the engine's step to a request that is given up on. */
    private static final double[] BOUNDS = {
        0.00001,
        0.000025,
        0.00005,
        0.0001,
        0.00025,
        0.0005,
        0.001,
        0.0025,
        0.005,
        0.01,
        0.025,
        0.05,
        0.1,
        0.25,
        0.5,
        1,
        2.5,
        5,
        10,
        Double.POSITIVE_INFINITY
    };

    private final String name;
    private final String help;
    private final Recorder recorder = new Recorder(LEAST_NANOS, MOST_NANOS, 2);
    private final Histogram all = new Histogram(LEAST_NANOS, MOST_NANOS, 2);
    private @Nullable Histogram lately;

    Latency(String name, String help) {
        this.name = name;
        this.help = help;
    }

    /** Any thread; never waits. */
    void record(long nanos) {
        recorder.recordValue(Math.max(0, Math.min(MOST_NANOS, nanos)));
    }

    HistogramSnapshot read() {
        lately = recorder.getIntervalHistogram(lately);
        all.add(lately);
        return HistogramSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(buckets())
                        .sum(all.getTotalCount() == 0 ? 0 : all.getMean() * all.getTotalCount() / NANOS_PER_SECOND)
                        .build())
                .build();
    }

    private ClassicHistogramBuckets buckets() {
        var buckets = ClassicHistogramBuckets.builder();
        long below = 0;
        for (var bound : BOUNDS) {
            long upTo = Double.isInfinite(bound)
                    ? all.getTotalCount()
                    : all.getCountBetweenValues(0, Math.round(bound * NANOS_PER_SECOND));
            buckets.bucket(bound, upTo - below);
            below = upTo;
        }
        return buckets.build();
    }
}
