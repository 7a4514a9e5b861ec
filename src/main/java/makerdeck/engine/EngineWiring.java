package makerdeck.engine;

import makerdeck.engine.books.BookedTrade;
import makerdeck.engine.books.InterestBooking;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.input.TickTask;
import makerdeck.engine.lifecycle.DarkWatch;
import makerdeck.engine.lifecycle.LagWatch;
import makerdeck.engine.lifecycle.LimitWatch;
import makerdeck.engine.lifecycle.ProgramNews;
import makerdeck.engine.lifecycle.QuoteUptime;
import makerdeck.engine.lifecycle.Readiness;
import makerdeck.engine.lifecycle.UptimeCount;
import makerdeck.engine.market.StillMarket;
import makerdeck.engine.operator.CommandHandler;
import makerdeck.engine.operator.PresetCommands;
import makerdeck.engine.operator.ShowCommand;
import makerdeck.engine.orders.OrderPurpose;
import makerdeck.engine.publish.HistoryRows;
import makerdeck.engine.publish.InventoryRows;
import makerdeck.engine.publish.OrderRows;
import makerdeck.engine.publish.QuotingRows;
import makerdeck.engine.publish.RebalanceOutlook;
import makerdeck.engine.publish.SessionEnd;
import makerdeck.engine.publish.SessionReport;
import makerdeck.engine.publish.SnapshotBuilder;
import makerdeck.engine.publish.SnapshotPublisher;
import makerdeck.engine.publish.SnapshotRows;
import makerdeck.engine.publish.StateRow;
import makerdeck.journal.Entry;
import makerdeck.journal.RestoredBooks;

/** Puts the parts of the desk together. */
final class EngineWiring {

    final KnowledgeWiring known;
    final LimitWiring limits;
    final SessionWiring session;
    final QuotingWiring quoting;
    final InputDispatcher switchboard;
    final SessionEnd end;
    final SnapshotPublisher publisher;

    /** After every input, before quotes are looked at. */
    final TickTask afterInput;

    /** After quotes were looked at, before the state is told. */
    final TickTask watch;

    /** After the state is told, before it is published. */
    final TickTask count;

    EngineWiring(EngineSettings settings, EnginePorts links) {
        var memory = links.memory();
        known = new KnowledgeWiring(settings, links);
        limits = new LimitWiring(known);
        var readings = new ReadingWiring(known, limits, memory.past());
        var rebalance = new RebalanceWiring(known, limits);
        session = new SessionWiring(known, limits, readings, rebalance, memory.mayHaveLeft());
        quoting = new QuotingWiring(known, limits, session.permission);
        var uptime = new QuoteUptime(known.scribe::quoted);
        var report = new SessionReport(
                known.clock,
                known.diary,
                known.facts,
                known.tuning,
                known.ledger,
                known.holdings,
                readings.bookings,
                uptime);
        var shows = new ShowCommand(
                known.clock, known.diary, known.facts, known.tuning, known.tracker, readings.bookings, report);
        var operator = new OperatorWiring(
                known, limits, rebalance, session, quoting, shows, readings.reconciler.fills(), links.rehearsal());
        var events = new EventWiring(known, limits, readings, rebalance, session, quoting);
        end = new SessionEnd(
                session.session,
                session.stopper,
                session.halting,
                report,
                readings.bookings,
                uptime,
                known.scribe,
                readings.reconciler);
        afterInput = TickTask.all(
                new Readiness(
                        known.diary, known.facts, known.tracker, known.ledger, readings.reconciler, session.session),
                end,
                new LimitWatch(limits.limits, session.session, session.halting),
                rebalance.run::step,
                session.stopper::step);
        watch = new DarkWatch(known.diary, session.status, session.permission, quoting.sides, limits.exposure);
        count = new UptimeCount(
                uptime, session.session, known.guards, session.permission, quoting.quoting, quoting.sides);
        switchboard = new InputDispatcher(
                events.venue,
                operator.commands,
                operator.presets,
                new ProgramNews(known.diary, limits.restraint),
                ticks(readings, rebalance, operator.presets),
                new LagWatch(known.diary, limits.gates, readings.reconciler),
                known.facts,
                known.clock);
        publisher = publisher(settings, readings, rebalance, operator.commands);
    }

    /** About ten times a second, in this order. */
    private TickTask ticks(ReadingWiring readings, RebalanceWiring rebalance, PresetCommands presets) {
        var fills = readings.reconciler.fills();
        return TickTask.all(
                known.tracker::tick,
                new StillMarket(known.facts, known.pulse, readings.warmUp),
                limits.median::tick,
                now -> {
                    if (session.rebalances.isAutomatic() && rebalance.trigger.wantsReading(now)) {
                        readings.reconciler.readBalances();
                    }
                },
                new ReadingTasks(
                        readings.reconciler,
                        readings.evidence,
                        limits.lending,
                        readings.interest,
                        readings.converter,
                        readings.bookings,
                        limits.restraint),
                presets::tick,
                now -> limits.desk.sweep(),
                limits.exposure::tick,
                now -> limits.restraint.exposed(limits.exposure.text()),
                now -> known.scribe.tick(now, fills.knownUntil()));
    }

    private SnapshotPublisher publisher(
            EngineSettings settings, ReadingWiring readings, RebalanceWiring rebalance, CommandHandler commands) {
        var outlook = new RebalanceOutlook(
                known.facts,
                known.tuning,
                limits.gates,
                rebalance.planner,
                rebalance.trigger,
                rebalance.run,
                session.rebalances,
                session.status);
        var rows = new SnapshotRows(
                new OrderRows(known.tracker, known.externals),
                new InventoryRows(known.facts, known.tuning, known.ledger, known.holdings),
                new QuotingRows(known.clock, quoting.quoting, known.pulse, quoting.sides, outlook));
        var frames = new SnapshotBuilder(
                settings,
                known.facts,
                known.tuning,
                known.ledger,
                new StateRow(session.status, session.session, limits.exposure),
                new HistoryRows(known.diary, readings.bookings),
                rows,
                commands::preview);
        return new SnapshotPublisher(frames::at, known.clock.instant());
    }

    /** The books of an earlier life go on, with what was booked after they were last written down. */
    static Ledger ledger(RestoredBooks past, String symbol) {
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
                    ledger.bookExternal(BookedTrade.of(fill, symbol));
                } else {
                    ledger.book(BookedTrade.of(fill, symbol), OrderPurpose.valueOf(fill.role()));
                }
            } else if (entry instanceof Entry.InterestBooked interest) {
                InterestBooking.restore(ledger, interest);
            } else if (entry instanceof Entry.FeesConverted fees) {
                ledger.convert(fees.asset(), fees.amount(), fees.price());
            } else if (entry instanceof Entry.Transferred transfer) {
                ledger.mark(transfer.mid());
                ledger.transfer(transfer.base(), transfer.quote());
            }
        }
        return ledger;
    }
}
