package makerdeck.backpack.server.stream;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import makerdeck.backpack.server.base.Topic;
import makerdeck.backpack.server.faults.FaultInjector;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.faults.Fault;

/** Which sockets are open and what they hear. Venue thread only. */
public final class StreamRequests {

    private final Exchange exchange;
    private final SubscriptionHub hub;
    private final Heartbeat heartbeat;
    private final FaultInjector faults;
    private boolean saidGoodbye;

    public StreamRequests(Exchange exchange, SubscriptionHub hub, Heartbeat heartbeat, FaultInjector faults) {
        this.exchange = exchange;
        this.faults = faults;
        this.hub = hub;
        this.heartbeat = heartbeat;
    }

    void joined(Subscriber subscriber) {
        hub.join(subscriber);
        heartbeat.joined(subscriber, exchange.now());
    }

    void left(Subscriber subscriber) {
        hub.leave(subscriber);
        heartbeat.left(subscriber);
    }

    void subscribe(Subscriber subscriber, List<Topic> topics) {
        if (!faults.isOn(Fault.WS_DEAF)) {
            hub.subscribe(subscriber, topics);
        }
    }

    /** Breaks sockets, or takes leave of them, when that is to go wrong. */
    public void tick() {
        if (faults.isOn(Fault.WS_CLOSE)) {
            hub.subscribers().forEach(Subscriber::drop);
        }
        var goodbye = faults.isOn(Fault.WS_GOODBYE);
        if (goodbye && !saidGoodbye) {
            sayGoodbye();
        }
        saidGoodbye = goodbye;
    }

    void unsubscribe(Subscriber subscriber, Set<String> streams) {
        hub.unsubscribe(subscriber, streams);
    }

    /** Sends every socket its Close frame; the latch opens when all are out. */
    public CountDownLatch sayGoodbye() {
        var subscribers = hub.subscribers();
        var written = new CountDownLatch(subscribers.size());
        subscribers.forEach(subscriber -> subscriber.close(written::countDown));
        return written;
    }
}
