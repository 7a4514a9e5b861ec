package makerdeck.engine;

import java.time.Clock;
import java.util.EnumMap;
import java.util.function.Consumer;
import makerdeck.domain.Side;
import makerdeck.snapshot.Happening;
import makerdeck.venue.Venue;

/** Puts the parts of the desk together. */
final class Assembly {

    private final RiskGate risk;
    private final News news;
    private final Halting halting;
    private final Parts parts;

    Assembly(EngineSettings settings, Venue venue, Clock clock, Consumer<Happening> listener) {
        var guards = new EnumMap<Side, SideGuard>(Side.class);
        for (var side : Side.values()) {
            guards.put(side, new SideGuard(side));
        }
        var facts = new Facts();
        var pulse = new Pulse();
        var diary = new Diary(listener);
        news = new News(clock, diary, facts, pulse, guards);
        var tuning = new Tuning(settings.parameters(), settings.sources(), clock);
        var tracker = new OrderTracker(news);
        var externals = new Externals();
        var ledger = new Ledger();
        var core = new Core(
                venue,
                clock,
                new ClientIds(settings.instanceTag(), settings.firstSequence()),
                diary,
                facts,
                tuning,
                tracker,
                externals,
                ledger,
                new Holdings(facts, ledger, tracker, externals));
        var restraint = new Restraint(core);
        var median = new SlowMedian(facts);
        risk = new RiskGate(core, median, restraint);
        var desk = new OrderDesk(core, risk);
        var bookings = new Bookings(core, new FeeWatch(facts, diary), news);
        var gates = new Gates(facts, median);
        var reconciler = new Reconciler(core, desk, bookings, gates);
        var rebalance = new RebalanceRun(core, desk, gates, restraint, pulse);
        var stopper = new Stopper(core, desk, reconciler);
        var status = new DeskStatus(core, gates, restraint, guards, rebalance, stopper);
        var quoting = new QuotingDesk(core, desk, pulse, guards, status);
        var uptime = new Uptime();
        halting = new Halting(core, desk, rebalance, status);
        parts = new Parts(
                core,
                desk,
                bookings,
                reconciler,
                new Evidence(core),
                gates,
                median,
                restraint,
                pulse,
                new WarmUp(core, pulse),
                guards,
                rebalance,
                stopper,
                status,
                quoting,
                uptime,
                new Report(core, bookings, uptime));
    }

    RiskGate risk() {
        return risk;
    }

    News news() {
        return news;
    }

    Halting halting() {
        return halting;
    }

    Parts parts() {
        return parts;
    }
}
