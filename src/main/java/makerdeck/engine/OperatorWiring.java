package makerdeck.engine;

import makerdeck.engine.execution.FillReading;
import makerdeck.engine.input.PresetStore;
import makerdeck.engine.input.RecordControl;
import makerdeck.engine.input.VenueControl;
import makerdeck.engine.operator.Agreement;
import makerdeck.engine.operator.AutoPreset;
import makerdeck.engine.operator.ChangeEffect;
import makerdeck.engine.operator.CommandHandler;
import makerdeck.engine.operator.CommandLog;
import makerdeck.engine.operator.CommandPreview;
import makerdeck.engine.operator.Expectations;
import makerdeck.engine.operator.OrderCommands;
import makerdeck.engine.operator.ParameterCommands;
import makerdeck.engine.operator.PresetCommands;
import makerdeck.engine.operator.QuitReview;
import makerdeck.engine.operator.QuoteCommands;
import makerdeck.engine.operator.RebalanceCommands;
import makerdeck.engine.operator.RebalancePreview;
import makerdeck.engine.operator.ResumeCommand;
import makerdeck.engine.operator.ShowCommand;
import makerdeck.engine.operator.StopCommands;
import makerdeck.snapshot.Mode;

/** Puts together what obeys the operator. */
final class OperatorWiring {

    final PresetCommands presets;
    final CommandHandler commands;

    OperatorWiring(
            Mode mode,
            KnowledgeWiring known,
            LimitWiring limits,
            RebalanceWiring rebalance,
            SessionWiring session,
            QuotingWiring quoting,
            ShowCommand shows,
            FillReading fills,
            VenueControl control,
            RecordControl recording,
            PresetStore store) {
        var preview = new RebalancePreview(
                known.clock, known.market, known.tracker, rebalance.planner, rebalance.trigger, session.rebalances);
        var expectations = new Expectations(known.market, known.curve);
        var effect = new ChangeEffect(
                known.clock, known.market, known.history, quoting.wanted, session.permission, preview, expectations);
        var parameters = new ParameterCommands(known.clock, known.log, known.history, quoting.requoter, effect);
        presets = new PresetCommands(
                known.clock,
                known.log,
                known.market,
                known.history,
                rebalance.trigger,
                parameters,
                new AutoPreset(
                        known.clock,
                        known.log,
                        known.market,
                        known.history,
                        known.ledger,
                        known.signals,
                        parameters,
                        store),
                store);
        commands = new CommandHandler(
                new Agreement(mode, known.market, known.ledger, known.history, fills.unread()),
                new CommandLog(known.clock, known.log),
                parameters,
                presets,
                orders(known, limits, rebalance, session, quoting, preview),
                shows,
                new CommandPreview(
                        known.clock,
                        known.market,
                        known.history,
                        known.tracker,
                        limits.gates,
                        quoting.wanted,
                        session.permission,
                        preview,
                        effect,
                        expectations,
                        fills,
                        quits(known, session)),
                effect,
                fills,
                control,
                recording);
    }

    private static QuitReview quits(KnowledgeWiring known, SessionWiring session) {
        return new QuitReview(
                known.clock,
                known.ids,
                known.market,
                known.connection,
                known.tracker,
                known.unreadable,
                session.shutdown,
                known.ledger,
                known.available);
    }

    private static OrderCommands orders(
            KnowledgeWiring known,
            LimitWiring limits,
            RebalanceWiring rebalance,
            SessionWiring session,
            QuotingWiring quoting,
            RebalancePreview preview) {
        return new OrderCommands(
                known.ids,
                new QuoteCommands(known.clock, known.tracker, limits.gateway, known.sideStates, quoting.requoter),
                new ResumeCommand(
                        session.session,
                        session.shutdown,
                        session.haltSwitch,
                        limits.reduceOnly,
                        known.sideStates,
                        quoting.requoter,
                        session.permission),
                new StopCommands(known.ids, known.tracker, rebalance.execution, session.haltSwitch, session.shutdown),
                new RebalanceCommands(
                        known.clock,
                        known.market,
                        rebalance.planner,
                        rebalance.execution,
                        session.rebalances,
                        preview,
                        quoting.requoter));
    }
}
