package makerdeck.backpack.server.stream;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import makerdeck.backpack.server.base.Topic;
import makerdeck.backpack.server.faults.FaultInjector;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.StreamData;

/** Who hears what. A frame is encoded once for all its readers, and not at all for none. Venue thread only. */
public final class SubscriptionHub {

    private final Map<Topic, Set<Subscriber>> readers = new HashMap<>();
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();
    private final Codec codec;
    private final FaultInjector faults;
    private final Map<Topic, String> last = new HashMap<>();

    public SubscriptionHub(Codec codec, FaultInjector faults) {
        this.codec = codec;
        this.faults = faults;
    }

    void join(Subscriber subscriber) {
        subscribers.add(subscriber);
    }

    void leave(Subscriber subscriber) {
        subscribers.remove(subscriber);
        readers.values().forEach(each -> each.remove(subscriber));
        readers.values().removeIf(Set::isEmpty);
    }

    void subscribe(Subscriber subscriber, List<Topic> topics) {
        if (subscribers.contains(subscriber)) {
            topics.forEach(topic -> readers.computeIfAbsent(topic, none -> new LinkedHashSet<>())
                    .add(subscriber));
        }
    }

    /** Also ends private streams, whoever they belong to. */
    void unsubscribe(Subscriber subscriber, Set<String> streams) {
        readers.forEach((topic, each) -> {
            if (streams.contains(topic.stream())) {
                each.remove(subscriber);
            }
        });
        readers.values().removeIf(Set::isEmpty);
    }

    boolean isWanted(Topic topic) {
        return readers.containsKey(topic);
    }

    boolean isSubscribed(Subscriber subscriber) {
        return readers.values().stream().anyMatch(each -> each.contains(subscriber));
    }

    List<Subscriber> subscribers() {
        return List.copyOf(subscribers);
    }

    void publish(Topic topic, Supplier<StreamData> data) {
        var listening = readers.get(topic);
        if (listening != null) {
            var frame = codec.encodeFrame(topic.stream(), data.get());
            for (int i = faults.copies(topic); i > 0; i--) {
                listening.forEach(subscriber -> subscriber.send(frame));
            }
            repeatLast(topic, frame, listening);
        }
    }

    private void repeatLast(Topic topic, String frame, Set<Subscriber> listening) {
        if (faults.repeatsLast(topic)) {
            var before = last.getOrDefault(topic, frame);
            listening.forEach(subscriber -> subscriber.send(before));
            last.put(topic, frame);
        } else if (!last.isEmpty()) {
            last.remove(topic);
        }
    }
}
