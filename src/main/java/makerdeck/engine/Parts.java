package makerdeck.engine;

import java.util.Map;
import makerdeck.domain.Side;

/** The working parts of the desk that commands and events turn. Engine thread only. */
record Parts(
        Core core,
        OrderDesk desk,
        Bookings bookings,
        Reconciler reconciler,
        Evidence evidence,
        Gates gates,
        Lending lending,
        InterestDesk interest,
        SlowMedian median,
        Restraint restraint,
        Exposure exposure,
        Pulse pulse,
        WarmUp warmUp,
        Map<Side, SideGuard> guards,
        RebalanceRun rebalance,
        Stopper stopper,
        DeskStatus status,
        QuotingDesk quoting,
        SideReasons sides,
        Uptime uptime,
        Report report) {

    SideGuard guard(Side side) {
        var guard = guards.get(side);
        if (guard == null) {
            throw new IllegalStateException("no guard for " + side);
        }
        return guard;
    }
}
