package makerdeck.engine;

/** Puts together what obeys the operator. */
final class OperatorWiring {

    final PresetDesk presets;
    final CommandDesk commands;

    OperatorWiring(
            KnowledgeWiring known,
            LimitWiring limits,
            RebalanceWiring rebalance,
            SessionWiring session,
            QuotingWiring quoting,
            Shows shows,
            FillSync fills,
            Rehearsal rehearsal) {
        var parameters = new ParameterDesk(known.clock, known.diary, known.tuning, quoting.quoting);
        presets = new PresetDesk(
                known.clock,
                known.diary,
                known.facts,
                known.tuning,
                rebalance.trigger,
                parameters,
                new PresetPilot(
                        known.clock, known.diary, known.facts, known.tuning, known.ledger, known.pulse, parameters));
        var preview = new RebalancePreview(
                known.clock, known.facts, known.tracker, rebalance.planner, rebalance.trigger, session.rebalances);
        commands = new CommandDesk(
                new CommandLog(known.clock, known.diary),
                parameters,
                presets,
                orders(known, limits, rebalance, session, quoting, preview),
                shows,
                new Previewer(
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
                new RebalanceDesk(
                        known.clock,
                        known.facts,
                        rebalance.planner,
                        rebalance.run,
                        session.rebalances,
                        preview,
                        quoting.quoting));
    }
}
