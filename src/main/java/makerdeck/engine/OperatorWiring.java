package makerdeck.engine;

import makerdeck.engine.execution.FillReading;
import makerdeck.engine.input.VenueControl;
import makerdeck.engine.operator.AutoPreset;
import makerdeck.engine.operator.CommandHandler;
import makerdeck.engine.operator.CommandLog;
import makerdeck.engine.operator.CommandPreview;
import makerdeck.engine.operator.OrderCommands;
import makerdeck.engine.operator.ParameterCommands;
import makerdeck.engine.operator.PresetCommands;
import makerdeck.engine.operator.QuoteCommands;
import makerdeck.engine.operator.RebalanceCommands;
import makerdeck.engine.operator.RebalancePreview;
import makerdeck.engine.operator.ResumeCommand;
import makerdeck.engine.operator.ShowCommand;
import makerdeck.engine.operator.StopCommands;

/** Puts together what obeys the operator. */
final class OperatorWiring {

    final PresetCommands presets;
    final CommandHandler commands;

    OperatorWiring(
            KnowledgeWiring known,
            LimitWiring limits,
            RebalanceWiring rebalance,
            SessionWiring session,
            QuotingWiring quoting,
            ShowCommand shows,
            FillReading fills,
            VenueControl rehearsal) {
        var parameters = new ParameterCommands(known.clock, known.diary, known.tuning, quoting.quoting);
        presets = new PresetCommands(
                known.clock,
                known.diary,
                known.facts,
                known.tuning,
                rebalance.trigger,
                parameters,
                new AutoPreset(
                        known.clock, known.diary, known.facts, known.tuning, known.ledger, known.pulse, parameters));
        var preview = new RebalancePreview(
                known.clock, known.facts, known.tracker, rebalance.planner, rebalance.trigger, session.rebalances);
        commands = new CommandHandler(
                new CommandLog(known.clock, known.diary),
                parameters,
                presets,
                orders(known, limits, rebalance, session, quoting, preview),
                shows,
                new CommandPreview(
                        known.clock,
                        known.facts,
                        known.tuning,
                        known.tracker,
                        limits.gates,
                        quoting.wanted,
                        session.permission,
                        preview,
                        fills),
                fills,
                rehearsal);
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
                new QuoteCommands(known.clock, known.tracker, limits.desk, known.guards, quoting.quoting),
                new ResumeCommand(
                        session.session,
                        session.stopper,
                        session.halting,
                        limits.restraint,
                        known.guards,
                        quoting.quoting,
                        session.permission),
                new StopCommands(known.ids, known.tracker, rebalance.run, session.halting, session.stopper),
                new RebalanceCommands(
                        known.clock,
                        known.facts,
                        rebalance.planner,
                        rebalance.run,
                        session.rebalances,
                        preview,
                        quoting.quoting));
    }
}
