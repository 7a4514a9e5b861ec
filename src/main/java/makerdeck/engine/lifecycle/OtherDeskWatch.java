package makerdeck.engine.lifecycle;

import java.util.HashSet;
import java.util.Set;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.ForeignOrders;
import makerdeck.message.Message;

/** Two desks on one account would trade against each other's inventory. Engine thread only. */
public final class OtherDeskWatch {

    private final ClientIdAllocator ids;
    private final ForeignOrders foreign;
    private final SessionState session;
    private final HaltSwitch haltSwitch;
    private final Set<Long> met = new HashSet<>();

    public OtherDeskWatch(ClientIdAllocator ids, ForeignOrders foreign, SessionState session, HaltSwitch haltSwitch) {
        this.ids = ids;
        this.foreign = foreign;
        this.session = session;
        this.haltSwitch = haltSwitch;
    }

    /** Each sight of a new one halts, once. */
    public void watch() {
        if (ids.isWatching()) {
            return;
        }
        for (var order : foreign.open()) {
            var id = order.clientId();
            var tag = id == null ? 0 : ids.foreignTag(id);
            if (tag != 0 && !session.isHalted() && met.add(tag)) {
                haltSwitch.halt(HaltSwitch.Cause.OTHER_DESK, Message.of("engine.halt.other-desk", tag));
            }
        }
    }
}
