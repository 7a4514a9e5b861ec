package makerdeck.engine.lifecycle;

import java.util.HashSet;
import java.util.Set;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.ForeignOrders;
import makerdeck.words.Words;

/** Two desks on one account would trade against each other's inventory. Engine thread only. */
public final class OtherDeskWatch {

    private final ClientIdAllocator ids;
    private final ForeignOrders externals;
    private final SessionState session;
    private final HaltSwitch halting;
    private final Set<Long> met = new HashSet<>();

    public OtherDeskWatch(ClientIdAllocator ids, ForeignOrders externals, SessionState session, HaltSwitch halting) {
        this.ids = ids;
        this.externals = externals;
        this.session = session;
        this.halting = halting;
    }

    /** Each sight of a new one halts, once. */
    public void watch() {
        if (ids.isWatching()) {
            return;
        }
        for (var order : externals.open()) {
            var id = order.clientId();
            var tag = id == null ? 0 : ids.foreignTag(id);
            if (tag != 0 && !session.isHalted() && met.add(tag)) {
                halting.halt(Words.say("engine.halt.other-desk", tag), true);
            }
        }
    }
}
