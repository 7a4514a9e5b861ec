package makerdeck.engine;

import makerdeck.domain.Side;
import makerdeck.engine.books.BookedTrade;
import makerdeck.engine.books.InterestBooking;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.input.RecordControl;
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
import makerdeck.engine.publish.SessionEnd;
import makerdeck.engine.publish.SessionReport;
import makerdeck.engine.publish.SnapshotBuilder;
import makerdeck.engine.publish.SnapshotPublisher;
import makerdeck.engine.publish.SnapshotRows;
import makerdeck.journal.Entry;
import makerdeck.journal.RestoredBooks;
import makerdeck.snapshot.DeskSnapshot;

/** Puts the parts of the desk together. */
final class EngineWiring {

    final KnowledgeWiring known;
    final LimitWiring limits;
    final SessionWiring session;
    final QuotingWiring quoting;
    final InputDispatcher dispatcher;
    final SessionEnd end;
    final SnapshotPublisher publisher;

    /** After every input, before quotes are looked at. */
    final TickTask afterInput;

    final DarkWatch dark;
    final UptimeCount uptime;

    EngineWiring(EngineSettings settings, EnginePorts ports) {
        var journalPort = ports.journalPort();
        known = new KnowledgeWiring(settings, ports);
        limits = new LimitWiring(known);
        var readings = new ReadingWiring(known, limits, journalPort.restored());
        var rebalance = new RebalanceWiring(known, limits);
        session = new SessionWiring(known, limits, readings, rebalance, journalPort.mayHaveLeft());
        quoting = new QuotingWiring(known, limits, session.permission);
        var quoteUptime = new QuoteUptime(known.journal::quoted);
        var report = new SessionReport(
                known.clock,
                known.log,
                known.market,
                known.history,
                known.ledger,
                known.available,
                readings.booking,
                quoteUptime);
        var why = new WhyWiring(known, limits, rebalance, session, quoting);
        var shows = new ShowCommand(
                known.clock,
                known.log,
                known.market,
                known.connection,
                known.history,
                known.tracker,
                readings.booking,
                report,
                why.rows,
                why.curve);
        var operator = new OperatorWiring(
                settings.mode(),
                known,
                limits,
                rebalance,
                session,
                quoting,
                shows,
                readings.reconciliation.fills(),
                ports.control(),
                ports.recording(),
                ports.presets());
        var events = new EventWiring(known, limits, readings, rebalance, session, quoting);
        end = new SessionEnd(
                session.session,
                session.shutdown,
                session.haltSwitch,
                report,
                readings.booking,
                quoteUptime,
                known.programme,
                known.journal,
                readings.reconciliation);
        afterInput = TickTask.all(
                new Readiness(
                        known.log,
                        known.market,
                        known.connection,
                        known.tracker,
                        known.ledger,
                        readings.reconciliation,
                        session.session),
                end,
                new LimitWatch(limits.limits, session.session, session.haltSwitch),
                session.haltWatch,
                rebalance.execution::step,
                session.shutdown::step);
        dark = new DarkWatch(known.log, session.trading, quoting.sides, limits.strays);
        uptime = new UptimeCount(
                quoteUptime, session.session, known.sideStates, quoting.requoter, quoting.sides, known::countProgramme);
        dispatcher = new InputDispatcher(
                events.venue,
                operator.commands,
                operator.presets,
                new ProgramNews(known.log, limits.reduceOnly),
                ticks(readings, rebalance, operator.presets),
                new LagWatch(known.log, limits.gates, readings.reconciliation),
                known.connection,
                session.guardians,
                known.clock);
        publisher = publisher(settings, readings, why, operator.commands, ports.recording(), quoteUptime);
    }

    /** About ten times a second, in this order. */
    private TickTask ticks(ReadingWiring readings, RebalanceWiring rebalance, PresetCommands presets) {
        var fills = readings.reconciliation.fills();
        return TickTask.all(
                known.tracker::tick,
                new StillMarket(known.market, known.connection, known.signals, known.curve, readings.warmUp),
                limits.reference::tick,
                now -> {
                    if (session.rebalances.isAutomatic() && rebalance.trigger.wantsReading(now)) {
                        readings.reconciliation.readBalances();
                    }
                },
                new ReadingTasks(
                        readings.reconciliation,
                        readings.resolver,
                        limits.lending,
                        readings.interest,
                        readings.converter,
                        readings.booking,
                        limits.reduceOnly),
                presets::tick,
                now -> limits.gateway.sweep(),
                limits.strays::tick,
                now -> limits.reduceOnly.exposed(limits.strays.text().orElse(null)),
                now -> known.journal.tick(now, fills.knownUntil()));
    }

    private SnapshotPublisher publisher(
            EngineSettings settings,
            ReadingWiring readings,
            WhyWiring why,
            CommandHandler commands,
            RecordControl recording,
            QuoteUptime uptime) {
        var rows = new SnapshotRows(
                new OrderRows(known.tracker, known.foreign),
                new InventoryRows(known.market, known.account, known.history, known.ledger, known.available),
                why.quoting,
                why.rows,
                why.curve);
        var frames = new SnapshotBuilder(
                settings,
                known.market,
                known.connection,
                known.history,
                known.ledger,
                why.state,
                new HistoryRows(
                        known.log,
                        readings.booking,
                        readings.reconciliation.fills().unread()),
                rows,
                commands::previews,
                commands::faults,
                recording,
                () -> new DeskSnapshot.Counts(
                        known.log.rejections(),
                        known.log.doubts(),
                        known.log.warnings(),
                        known.log.criticals(),
                        uptime.whole(),
                        uptime.quoted(Side.BID),
                        uptime.quoted(Side.ASK)));
        return new SnapshotPublisher(frames::at, settings.watched(), known.clock.instant());
    }

    /** The books of an earlier life go on, with what was booked after they were last written down. */
    static Ledger ledger(RestoredBooks restored, String symbol) {
        var ledger = new Ledger();
        var kept = restored.kept();
        if (kept == null) {
            return ledger;
        }
        ledger.restore(kept, restored.endedInOrder());
        for (var entry : restored.since()) {
            if (entry instanceof Entry.FillBooked fill) {
                ledger.mark(fill.mid());
                if (fill.role().equals(Entry.FillBooked.EXTERNAL)) {
                    ledger.bookForeign(BookedTrade.of(fill, symbol));
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
