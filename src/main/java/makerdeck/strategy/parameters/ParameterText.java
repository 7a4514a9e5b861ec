package makerdeck.strategy.parameters;

import java.math.BigDecimal;
import java.math.RoundingMode;
import makerdeck.words.Words;

/** How a parameter's value reads: with its unit, and with what it means where the bare value does not say. */
final class ParameterText {

    private static final BigDecimal LARGEST_SHARE = BigDecimal.valueOf(5);

    private ParameterText() {}

    static String of(Parameters parameters, Parameter parameter) {
        var unit = parameters.unit(parameter);
        var meaning = meaning(parameters, parameter);
        return parameters.text(parameter)
                + (unit.isEmpty() ? "" : " " + unit)
                + (meaning.isEmpty() ? "" : " (= " + meaning + ")");
    }

    private static String meaning(Parameters parameters, Parameter parameter) {
        var text = parameters.text(parameter);
        var isAuto = text.equals(Rule.Range.AUTO);
        return switch (parameter.bare()) {
            case ITSELF -> "";
            case TWICE_THRESHOLD -> isAuto ? Rule.Range.plain(parameters.bandHard()) + " " + parameter.unit() : "";
            case SHARE -> isAuto ? Words.say("strategy.shown.share", share(parameters.layers())) : "";
            case UNTIL_STOPPED -> text.equals("0") ? Words.say("strategy.shown.until-stopped") : "";
            case NO_LIMIT -> text.equals("0") ? Words.say("strategy.shown.no-limit") : "";
        };
    }

    private static String share(int layers) {
        var equal = BigDecimal.valueOf(25).divide(BigDecimal.valueOf(layers), 2, RoundingMode.HALF_EVEN);
        return Rule.Range.plain(equal.min(LARGEST_SHARE));
    }
}
