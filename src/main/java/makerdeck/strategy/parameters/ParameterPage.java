package makerdeck.strategy.parameters;

import static makerdeck.strategy.parameters.Parameter.BAND_HARD;
import static makerdeck.strategy.parameters.Parameter.DURATION;
import static makerdeck.strategy.parameters.Parameter.FEE_FLOOR;
import static makerdeck.strategy.parameters.Parameter.FEE_MAKER;
import static makerdeck.strategy.parameters.Parameter.FEE_TAKER;
import static makerdeck.strategy.parameters.Parameter.GUARD_IMBALANCE;
import static makerdeck.strategy.parameters.Parameter.GUARD_TREND;
import static makerdeck.strategy.parameters.Parameter.INTERVAL;
import static makerdeck.strategy.parameters.Parameter.LAYERS;
import static makerdeck.strategy.parameters.Parameter.LAYER_GROWTH;
import static makerdeck.strategy.parameters.Parameter.MAX_LOSS;
import static makerdeck.strategy.parameters.Parameter.MAX_ORDER;
import static makerdeck.strategy.parameters.Parameter.MAX_POSITION;
import static makerdeck.strategy.parameters.Parameter.PRESET_AUTO;
import static makerdeck.strategy.parameters.Parameter.PROGRAMME_FAR;
import static makerdeck.strategy.parameters.Parameter.PROGRAMME_NEAR;
import static makerdeck.strategy.parameters.Parameter.QUANTITY;
import static makerdeck.strategy.parameters.Parameter.REBALANCE;
import static makerdeck.strategy.parameters.Parameter.SKEW;
import static makerdeck.strategy.parameters.Parameter.SPREAD;
import static makerdeck.strategy.parameters.Parameter.SPREAD_MAX;
import static makerdeck.strategy.parameters.Parameter.SPREAD_MODE;
import static makerdeck.strategy.parameters.Parameter.TARGET;
import static makerdeck.strategy.parameters.Parameter.THRESHOLD;
import static makerdeck.strategy.parameters.Parameter.TOLERANCE;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import makerdeck.message.Message;

/** What an operator should know of a parameter before he touches it. */
public final class ParameterPage {

    /** Those whose effect was measured; what is said of the others says that none was. */
    private static final Set<Parameter> MEASURED =
            EnumSet.of(SPREAD, FEE_FLOOR, FEE_MAKER, LAYERS, LAYER_GROWTH, REBALANCE);

    private ParameterPage() {}

    /** What it does to the quotes and the desk. */
    public static Message does(Parameter parameter) {
        return part(parameter, "does");
    }

    /** What it costs, or what may go wrong. */
    public static Message risk(Parameter parameter) {
        return part(parameter, "risk");
    }

    /** An example with figures. */
    public static Message example(Parameter parameter) {
        return part(parameter, "example");
    }

    /** What was measured, or that nothing was. */
    public static Message measured(Parameter parameter) {
        return MEASURED.contains(parameter) ? part(parameter, "measured") : Message.of("strategy.page.unmeasured");
    }

    /** When a change of it is shown first and waits for an answer. */
    public static Message asks(Parameter parameter) {
        return Message.of("strategy.page.asks." + parameter.direction().name().toLowerCase(Locale.ROOT));
    }

    private static Message part(Parameter parameter, String name) {
        return Message.of("strategy.page." + parameter.key() + "." + name);
    }

    /** The others that decide with it what it comes to. */
    public static List<Parameter> playsWith(Parameter parameter) {
        return switch (parameter) {
            case SPREAD -> List.of(SPREAD_MODE, SPREAD_MAX, FEE_FLOOR, SKEW);
            case SPREAD_MODE -> List.of(SPREAD, SPREAD_MAX, PRESET_AUTO);
            case SPREAD_MAX -> List.of(SPREAD, SPREAD_MODE, FEE_FLOOR);
            case FEE_FLOOR -> List.of(FEE_MAKER, SPREAD);
            case FEE_MAKER -> List.of(FEE_FLOOR, SPREAD);
            case FEE_TAKER -> List.of(REBALANCE);
            case LAYERS -> List.of(LAYER_GROWTH, QUANTITY, MAX_ORDER);
            case LAYER_GROWTH -> List.of(LAYERS, SPREAD);
            case QUANTITY -> List.of(LAYERS, MAX_ORDER, BAND_HARD);
            case INTERVAL -> List.of(TOLERANCE);
            case DURATION -> List.of(MAX_LOSS);
            case REBALANCE -> List.of(TARGET, THRESHOLD, FEE_TAKER, BAND_HARD);
            case TARGET -> List.of(THRESHOLD, SKEW, BAND_HARD, REBALANCE);
            case THRESHOLD -> List.of(TARGET, SKEW, BAND_HARD, REBALANCE);
            case SKEW -> List.of(TARGET, THRESHOLD, SPREAD);
            case GUARD_TREND -> List.of(GUARD_IMBALANCE, SPREAD, SPREAD_MODE);
            case GUARD_IMBALANCE -> List.of(GUARD_TREND, SPREAD);
            case BAND_HARD -> List.of(TARGET, THRESHOLD, MAX_POSITION);
            case LEND -> List.of(QUANTITY);
            case TOLERANCE -> List.of(SPREAD, INTERVAL);
            case MAX_LOSS -> List.of(TARGET, MAX_POSITION, DURATION);
            case MAX_ORDER -> List.of(QUANTITY, LAYERS);
            case MAX_POSITION -> List.of(BAND_HARD, TARGET, MAX_ORDER);
            case PRESET_AUTO -> List.of(SPREAD, TARGET, THRESHOLD, REBALANCE);
            case RESUME_AUTO -> List.of(DURATION, MAX_LOSS);
            case PROGRAMME_NEAR -> List.of(PROGRAMME_FAR, SPREAD, LAYERS);
            case PROGRAMME_FAR -> List.of(PROGRAMME_NEAR, LAYERS, LAYER_GROWTH);
        };
    }
}
