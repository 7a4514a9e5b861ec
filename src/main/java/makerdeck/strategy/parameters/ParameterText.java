package makerdeck.strategy.parameters;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import makerdeck.message.Message;

/** How a parameter's value reads: with its unit, and with what it means where the bare value does not say. */
final class ParameterText {

    private static final BigDecimal LARGEST_SHARE = BigDecimal.valueOf(5);

    private ParameterText() {}

    static Message of(Parameters parameters, Parameter parameter) {
        var value = Rule.counted(parameters.text(parameter), parameters.unit(parameter));
        return meaning(parameters, parameter)
                .map(meaning -> Message.of("strategy.shown.meaning", value, meaning))
                .orElse(value);
    }

    /** What stands behind a 0 in place of its unit where it is no number; empty where it is one. */
    static Optional<Message> instead(Parameter parameter, String value) {
        return !value.equals("0")
                ? Optional.empty()
                : switch (parameter.bare()) {
                    case UNTIL_STOPPED -> Optional.of(Message.of("strategy.shown.until-stopped"));
                    case NEVER -> Optional.of(Message.of("strategy.shown.never"));
                    case NO_GUARD -> Optional.of(Message.of("strategy.shown.no-guard"));
                    case NO_LIMIT -> Optional.of(Message.of("strategy.shown.no-limit"));
                    case ITSELF, TWICE_THRESHOLD, SHARE -> Optional.empty();
                };
    }

    private static Optional<Message> meaning(Parameters parameters, Parameter parameter) {
        var text = parameters.text(parameter);
        var special =
                switch (parameter.bare()) {
                    case TWICE_THRESHOLD, SHARE -> Rule.Range.AUTO;
                    case ITSELF, UNTIL_STOPPED, NO_LIMIT, NO_GUARD, NEVER -> "";
                };
        if (!text.equals(special)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (parameter.bare()) {
                    case TWICE_THRESHOLD -> Rule.counted(Rule.Range.plain(parameters.bandHard()), parameter.unit());
                    case SHARE -> Message.of("strategy.shown.share", share(parameters.layers()));
                    case ITSELF, UNTIL_STOPPED, NO_LIMIT, NO_GUARD, NEVER ->
                        throw new IllegalStateException("nothing else is meant by " + parameter);
                });
    }

    private static String share(int layers) {
        var equal = BigDecimal.valueOf(25).divide(BigDecimal.valueOf(layers), 2, RoundingMode.HALF_EVEN);
        return Rule.Range.plain(equal.min(LARGEST_SHARE));
    }
}
