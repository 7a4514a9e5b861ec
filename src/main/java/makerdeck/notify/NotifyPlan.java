package makerdeck.notify;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import makerdeck.notify.model.SinkPlan;
import makerdeck.notify.sink.Sink;
import org.jspecify.annotations.Nullable;

/**
 * What {@code notify.properties} says. Prints no secret. Immutable.
 *
 * @param repeat so long an alert that lasts is not told again
 * @param summary time of the day for the sum of a day, null for none
 * @param zone of that time
 */
public record NotifyPlan(
        List<Named> sinks, Duration repeat, @Nullable LocalTime summary, ZoneId zone) {

    /** Without a file: nobody is told anything. */
    public static final NotifyPlan NONE = new NotifyPlan(List.of(), Duration.ofHours(1), null, ZoneId.of("UTC"));

    /** A sink that is to be made when it is known through what it sends. */
    public record Named(String name, SinkPlan plan, Function<SinkTools, Sink> sink) {}

    public NotifyPlan {
        sinks = List.copyOf(sinks);
    }
}
