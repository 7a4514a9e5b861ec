package makerdeck.experiment;

import java.util.ArrayList;
import java.util.List;
import makerdeck.laboratory.backtest.Contender;
import makerdeck.laboratory.model.Strategy;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.settings.PresetFile;
import makerdeck.strategy.parameters.DidYouMean;
import makerdeck.strategy.parameters.Parameters;

/** Who is compared: the desk, and those it is held against. Pure but for the presets. */
final class Contenders {

    private static final String DESK = "desk";
    private static final String PURE_MAKER = "pmm";
    private static final String HOLD = "hold";

    private Contenders() {}

    /**
     * The desk first.
     *
     * @param against as typed
     * @throws MistakeException when one of them is nobody, or there twice
     */
    static List<Contender> of(Parameters desk, List<String> against, PresetFile presets) {
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender(DESK, new Strategy.Desk(desk)));
        for (var name : against) {
            if (contenders.stream().anyMatch(each -> each.name().equals(name))) {
                throw new MistakeException(Message.of("laboratory.against.twice", name));
            }
            contenders.add(new Contender(name, strategy(name, desk, presets)));
        }
        return contenders;
    }

    private static Strategy strategy(String name, Parameters desk, PresetFile presets) {
        if (name.equals(PURE_MAKER)) {
            return new Strategy.PureMaker(desk);
        }
        if (name.equals(HOLD)) {
            return new Strategy.Hold();
        }
        var choices = new ArrayList<>(List.of(PURE_MAKER, HOLD));
        choices.addAll(presets.names());
        if (!choices.contains(name)) {
            throw new MistakeException(Message.of(
                    "laboratory.against.unknown",
                    String.join(", ", choices),
                    name,
                    DidYouMean.suggestion(name, choices)));
        }
        return new Strategy.Desk(presets.applied(name, presets.read(name), Parameters.defaults()));
    }
}
