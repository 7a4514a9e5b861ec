package makerdeck.engine;

import java.util.EnumMap;
import makerdeck.domain.Side;
import makerdeck.journal.Entry;
import makerdeck.journal.Past;

/** Puts the parts of the desk together. */
final class Assembly {

    private final RiskGate risk;
    private final News news;
    private final Halting halting;
    private final Parts parts;

    Assembly(EngineSettings settings, Links links) {
        var clock = links.clock();
        var memory = links.memory();
        var guards = new EnumMap<Side, SideGuard>(Side.class);
        for (var side : Side.values()) {
            guards.put(side, new SideGuard(side));
        }
        var facts = new Facts(new FeeRates(memory.past().lately().stream()
                .map(fill -> FeeRates.Paid.of(fill, settings.symbol()))
                .toList()));
        var pulse = new Pulse();
        var ledger = ledger(memory.past(), settings.symbol());
        var scribe = new Scribe(memory.journal(), facts, ledger);
        var diary = new Diary(happening -> {
            scribe.happened(happening);
            links.listener().accept(happening);
        });
        news = new News(clock, diary, facts, pulse, guards);
        var tuning = new Tuning(settings.parameters(), settings.sources(), clock);
        var tracker = new OrderTracker(news);
        var externals = new Externals();
        var venue = links.venue();
        var ids = new ClientIds(settings.instanceTag(), memory.numbers());
        var riddles = new Riddles();
        var holdings = new Holdings(facts, tuning, ledger, tracker, externals);
        var core = new Core(
                venue, clock, ids, diary, facts, tuning, tracker, externals, riddles, ledger, holdings, scribe);
        var restraint = new Restraint(clock, facts, tuning, tracker, ledger, holdings);
        var median = new SlowMedian(facts);
        risk = new RiskGate(facts, tuning, tracker, externals, riddles, ledger, median, restraint);
        var desk = new OrderDesk(venue, clock, ids, facts, tuning, tracker, risk);
        var bookings = new Bookings(core, new FeeWatch(facts, diary), news, memory.past());
        var gates = new Gates(facts, median);
        var reconciler =
                new Reconciler(core, desk, bookings, gates, memory.past().kept());
        var lending = new Lending(clock, diary, facts, tuning, tracker, guards);
        var rebalance = new RebalanceRun(core, desk, gates, restraint, pulse);
        var stopper = new Stopper(clock, ids, facts, tracker, riddles, desk, reconciler, memory.mayHaveLeft());
        var status = new DeskStatus(core, gates, restraint, guards, rebalance, stopper);
        var quoting = new QuotingDesk(core, desk, pulse, guards, status);
        var uptime = new Uptime();
        halting = new Halting(clock, diary, desk, rebalance, status);
        parts = new Parts(
                core,
                desk,
                bookings,
                reconciler,
                new Evidence(venue, clock, facts, tracker),
                gates,
                lending,
                new InterestDesk(venue, clock, diary, facts, ledger, scribe, memory.past()),
                median,
                restraint,
                new Exposure(diary, tracker, gates),
                pulse,
                new WarmUp(venue, clock, diary, pulse),
                guards,
                rebalance,
                stopper,
                status,
                quoting,
                new SideReasons(clock, tracker, quoting, guards),
                uptime,
                new Report(core, bookings, uptime));
    }

    /** The books of an earlier life go on, with what was booked after they were last written down. */
    static Ledger ledger(Past past, String symbol) {
        var ledger = new Ledger();
        var kept = past.kept();
        if (kept == null) {
            return ledger;
        }
        ledger.restore(kept.sums(), kept.openedAt(), past.endedInOrder());
        for (var entry : past.since()) {
            if (entry instanceof Entry.FillBooked fill) {
                ledger.mark(fill.mid());
                if (fill.role().equals(Entry.FillBooked.EXTERNAL)) {
                    ledger.bookExternal(Deal.of(fill, symbol));
                } else {
                    ledger.book(Deal.of(fill, symbol), Role.valueOf(fill.role()));
                }
            } else if (entry instanceof Entry.InterestBooked interest) {
                InterestDesk.restore(ledger, interest);
            } else if (entry instanceof Entry.Transferred transfer) {
                ledger.mark(transfer.mid());
                ledger.transfer(transfer.base(), transfer.quote());
            }
        }
        return ledger;
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
