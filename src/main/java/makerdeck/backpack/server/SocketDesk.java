package makerdeck.backpack.server;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import makerdeck.simulator.Exchange;

/** Which sockets are open and what they hear. Venue thread only. */
final class SocketDesk {

    private final Exchange exchange;
    private final Hub hub;
    private final Heartbeat heartbeat;

    SocketDesk(Exchange exchange, Hub hub, Heartbeat heartbeat) {
        this.exchange = exchange;
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
        hub.subscribe(subscriber, topics);
    }

    void unsubscribe(Subscriber subscriber, Set<String> streams) {
        hub.unsubscribe(subscriber, streams);
    }

    /** Sends every socket its Close frame; the latch opens when all are out. */
    CountDownLatch sayGoodbye() {
        var subscribers = hub.subscribers();
        var written = new CountDownLatch(subscribers.size());
        subscribers.forEach(subscriber -> subscriber.close(written::countDown));
        return written;
    }
}
