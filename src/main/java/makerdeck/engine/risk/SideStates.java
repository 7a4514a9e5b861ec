package makerdeck.engine.risk;

import java.util.EnumMap;
import java.util.Map;
import makerdeck.domain.Side;

/** The two sides' guards. Engine thread only. */
public final class SideStates {

    private final Map<Side, SideState> guards = new EnumMap<>(Side.class);

    public SideStates() {
        for (var side : Side.values()) {
            guards.put(side, new SideState(side));
        }
    }

    public SideState of(Side side) {
        var sideState = guards.get(side);
        if (sideState == null) {
            throw new IllegalStateException("no guard for " + side);
        }
        return sideState;
    }
}
