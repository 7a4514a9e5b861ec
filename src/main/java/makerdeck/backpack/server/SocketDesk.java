package makerdeck.backpack.server;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.Fault;

/** Which sockets are open and what they hear. Venue thread only. */
final class SocketDesk {

    private final Exchange exchange;
    private final Hub hub;
    private final Heartbeat heartbeat;
    private final Trouble trouble;
    private boolean saidGoodbye;

    SocketDesk(Exchange exchange, Hub hub, Heartbeat heartbeat, Trouble trouble) {
        this.exchange = exchange;
        this.trouble = trouble;
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
        if (!trouble.isOn(Fault.WS_DEAF)) {
            hub.subscribe(subscriber, topics);
        }
    }

    /** Breaks sockets, or takes leave of them, when that is to go wrong. */
    void tick() {
        if (trouble.isOn(Fault.WS_CLOSE)) {
            hub.subscribers().forEach(Subscriber::drop);
        }
        var goodbye = trouble.isOn(Fault.WS_GOODBYE);
        if (goodbye && !saidGoodbye) {
            sayGoodbye();
        }
        saidGoodbye = goodbye;
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
