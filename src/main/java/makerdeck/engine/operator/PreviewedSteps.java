package makerdeck.engine.operator;

import java.util.ArrayList;
import java.util.List;
import makerdeck.command.DeskCommand;
import makerdeck.engine.log.Texts;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.message.Message;
import makerdeck.strategy.parameters.Parameters;

/** The steps of a line that change parameters, one after the other, without doing any. Engine thread only. */
final class PreviewedSteps {

    private final ParameterHistory history;
    private final RebalancePreview rebalances;
    private final ChangeEffect effect;

    PreviewedSteps(ParameterHistory history, RebalancePreview rebalances, ChangeEffect effect) {
        this.history = history;
        this.rebalances = rebalances;
        this.effect = effect;
    }

    /** A row for each command that changes parameters, and where all of them lead. */
    Parameters changed(List<Message> rows, List<DeskCommand> commands) {
        var steps = history.imagined();
        for (var command : commands) {
            var before = steps.parameters();
            if (effect.carriedOn(steps, command)) {
                rows.add(texts(before.changesTo(steps.parameters())));
            }
        }
        return steps.parameters();
    }

    private static Message texts(List<Parameters.Change> changes) {
        return changes.isEmpty()
                ? Message.of("engine.set.no-differences")
                : Message.list(changes.stream().map(Parameters.Change::text).toList());
    }

    /** What comes of each preset that is loaded for a time when that is over; a trade stands with what causes it. */
    void givenBack(List<Message> trades, List<Message> rows, List<DeskCommand> commands) {
        var steps = history.imagined();
        for (var command : commands) {
            var before = steps.parameters();
            if (effect.carriedOn(steps, command) && command instanceof DeskCommand.LoadPreset load) {
                givenBack(trades, rows, load, before, steps.parameters());
            }
        }
    }

    /** What comes when the time of a preset is over. */
    private void givenBack(
            List<Message> trades, List<Message> rows, DeskCommand.LoadPreset load, Parameters before, Parameters lent) {
        var length = load.length();
        if (length == null) {
            return;
        }
        var back = history.givenBack(load.values().keySet(), before, lent);
        var returned = Message.of("engine.preview.given-back", Texts.length(length), texts(lent.changesTo(back)));
        var traded = new ArrayList<Message>();
        rebalances.traded(traded, lent, back);
        (traded.isEmpty() ? rows : trades).add(returned);
        trades.addAll(traded);
        CommandPreview.limits(rows, lent, back);
    }
}
