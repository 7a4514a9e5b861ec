package makerdeck.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Figures of one name, told apart by labels; one that is not known is left out. */
final class Family {

    private final BiConsumer<Double, Labels> add;
    private final Supplier<MetricSnapshot> build;

    private Family(BiConsumer<Double, Labels> add, Supplier<MetricSnapshot> build) {
        this.add = add;
        this.build = build;
    }

    static Family gauge(String name, String help) {
        var family = GaugeSnapshot.builder().name(name).help(help);
        return new Family(
                (value, labels) -> family.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .value(value)
                        .labels(labels)
                        .build()),
                family::build);
    }

    /** @param name without {@code _total}, which the format adds */
    static Family counter(String name, String help) {
        var family = CounterSnapshot.builder().name(name).help(help);
        return new Family(
                (value, labels) -> family.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .value(value)
                        .labels(labels)
                        .build()),
                family::build);
    }

    /** @param labels name, value, name, value */
    Family with(@Nullable Number value, String... labels) {
        if (value != null) {
            add.accept(value.doubleValue(), Labels.of(labels));
        }
        return this;
    }

    MetricSnapshot built() {
        return build.get();
    }
}
