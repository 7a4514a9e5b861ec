package makerdeck.engine;

import java.util.HashSet;
import java.util.Set;
import makerdeck.words.Words;

/** Two desks on one account would trade against each other's inventory. Engine thread only. */
final class OtherDesks {

    private final ClientIds ids;
    private final Externals externals;
    private final Session session;
    private final Halting halting;
    private final Set<Long> met = new HashSet<>();

    OtherDesks(ClientIds ids, Externals externals, Session session, Halting halting) {
        this.ids = ids;
        this.externals = externals;
        this.session = session;
        this.halting = halting;
    }

    /** Each sight of a new one halts, once. */
    void watch() {
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
