package makerdeck.backpack.server.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import makerdeck.backpack.server.base.Topic;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Level;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.simulator.model.DepthUpdate;

/** The depth of one period in one frame: the last quantity of every level that changed. Venue thread only. */
public final class DepthBatcher {

    /** The periods a client may ask for. */
    static final Map<String, Duration> WINDOWS =
            Map.of("200ms", Duration.ofMillis(200), "600ms", Duration.ofMillis(600), "1000ms", Duration.ofMillis(1000));

    private final Topic topic;
    private final long period;
    private final SubscriptionHub hub;
    private final FrameMessages messages;
    private final TreeMap<Price, Quantity> bids = new TreeMap<>();
    private final TreeMap<Price, Quantity> asks = new TreeMap<>();
    private long firstId;
    private long lastId;
    private long atNanos;
    private long due;

    /** One for each period. */
    public static List<DepthBatcher> all(String symbol, SubscriptionHub hub, FrameMessages messages) {
        return WINDOWS.keySet().stream()
                .sorted()
                .map(window -> new DepthBatcher(window, symbol, hub, messages))
                .toList();
    }

    private DepthBatcher(String window, String symbol, SubscriptionHub hub, FrameMessages messages) {
        this.topic = Topic.open("depth." + window + "." + symbol);
        this.period = Duration.ofMillis(Long.parseLong(window.substring(0, window.length() - 2)))
                .toNanos();
        this.hub = hub;
        this.messages = messages;
    }

    void add(Supplier<DepthUpdate> changed) {
        if (!hub.isWanted(topic)) {
            clear();
            return;
        }
        var update = changed.get();
        if (firstId == 0) {
            firstId = update.firstId();
        }
        lastId = update.lastId();
        atNanos = update.atNanos();
        update.bids().forEach(level -> bids.put(level.price(), level.quantity()));
        update.asks().forEach(level -> asks.put(level.price(), level.quantity()));
    }

    void tick(long now) {
        if (now < due) {
            return;
        }
        due = now - now % period + period;
        if (firstId != 0) {
            hub.publish(topic, this::data);
            clear();
        }
    }

    private StreamData data() {
        return messages.depth(new DepthUpdate(firstId, lastId, levels(bids), levels(asks), atNanos));
    }

    private static List<Level> levels(TreeMap<Price, Quantity> side) {
        return side.entrySet().stream()
                .map(entry -> new Level(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void clear() {
        firstId = 0;
        bids.clear();
        asks.clear();
    }
}
