package makerdeck.engine;

import java.util.EnumMap;
import java.util.Map;
import makerdeck.domain.Side;

/** The two sides' guards. Engine thread only. */
final class SideGuards {

    private final Map<Side, SideGuard> guards = new EnumMap<>(Side.class);

    SideGuards() {
        for (var side : Side.values()) {
            guards.put(side, new SideGuard(side));
        }
    }

    SideGuard of(Side side) {
        var guard = guards.get(side);
        if (guard == null) {
            throw new IllegalStateException("no guard for " + side);
        }
        return guard;
    }
}
