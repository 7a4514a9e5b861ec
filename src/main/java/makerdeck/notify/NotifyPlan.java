package makerdeck.notify;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import makerdeck.notify.model.SinkPlan;
import makerdeck.notify.sink.Bot;
import makerdeck.notify.sink.Sink;
import makerdeck.notify.sink.Web;
import org.jspecify.annotations.Nullable;

/**
 * What {@code notify.properties} says. Prints no secret. Immutable.
 *
 * @param repeat so long an alert that lasts is not told again
 * @param summary time of the day for the sum of a day, null for none
 * @param zone of that time
 * @param heartbeat what makes the heart that beats for a watch elsewhere, null for none
 * @param commanders null when nobody may ask anything of the desk
 */
public record NotifyPlan(
        List<Named> sinks,
        Duration repeat,
        @Nullable LocalTime summary,
        ZoneId zone,
        @Nullable Function<Web, LifeSign> heartbeat,
        @Nullable Commanders commanders) {

    /** Without a file: nobody is told anything. */
    public static final NotifyPlan NONE =
            new NotifyPlan(List.of(), Duration.ofHours(1), null, ZoneId.of("UTC"), null, null);

    static final String TERMINAL = "terminal";

    /** A sink that is to be made when it is known through what it sends. */
    public record Named(String name, SinkPlan plan, Function<SinkTools, Sink> sink) {}

    /** Who may ask what lowers risk, and through which bot. */
    public record Commanders(Function<Web, Bot> bot, Set<Long> chats) {}

    public NotifyPlan {
        sinks = List.copyOf(sinks);
    }

    boolean isNothing() {
        return sinks.isEmpty() && heartbeat == null;
    }

    /** For a desk that has no terminal. */
    public NotifyPlan withoutTerminal() {
        return new NotifyPlan(
                sinks.stream().filter(sink -> !sink.name().equals(TERMINAL)).toList(),
                repeat,
                summary,
                zone,
                heartbeat,
                commanders);
    }
}
