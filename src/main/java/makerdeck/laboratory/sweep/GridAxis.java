package makerdeck.laboratory.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.Lengths;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.text.Plain;

/**
 * One parameter and the values it is tried with: {@code spread=0.1..0.4:0.05}, {@code skew=0,0.5,1}. Immutable.
 *
 * @param values as the parameter spells them, each once, in the order typed
 */
record GridAxis(Parameter parameter, List<String> values) {

    private static final int MOST = 1000;
    private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+?)(?::(.*))?");

    /**
     * {@link MistakeException} with the rule, what was typed and what would be legal.
     *
     * @param base what {@code +10%} is relative to
     */
    static GridAxis of(String typed, Parameters base) {
        int sign = typed.indexOf('=');
        if (sign < 1) {
            throw new MistakeException(Message.of("laboratory.grid.malformed", Plain.told(typed)));
        }
        var parameter = Parameter.named(typed.substring(0, sign));
        if (!parameter.isForPresets()) {
            throw new MistakeException(Message.of("laboratory.grid.not-for-presets", parameter.key()));
        }
        var values = new LinkedHashSet<String>();
        for (var part : typed.substring(sign + 1).split(",", -1)) {
            for (var value : values(parameter, part.strip(), base)) {
                if (!values.add(value)) {
                    throw new MistakeException(Message.of("laboratory.grid.value-twice", parameter.key(), value));
                }
            }
        }
        return new GridAxis(parameter, List.copyOf(values));
    }

    private static List<String> values(Parameter parameter, String part, Parameters base) {
        var range = RANGE.matcher(part);
        if (!range.matches()) {
            return List.of(base.read(parameter, part));
        }
        var first = number(parameter, base.read(parameter, range.group(1)), part);
        var last = number(parameter, base.read(parameter, range.group(2)), part);
        var step = step(parameter, range.group(3), part);
        if (first.compareTo(last) > 0) {
            throw new MistakeException(Message.of(
                    "laboratory.grid.backwards", parameter.key(), part, range.group(2) + ".." + range.group(1)));
        }
        if (last.subtract(first).compareTo(step.multiply(BigDecimal.valueOf(MOST))) >= 0) {
            throw new MistakeException(Message.of("laboratory.grid.long", parameter.key(), MOST, part));
        }
        var values = new ArrayList<String>();
        for (var value = first; value.compareTo(last) <= 0; value = value.add(step)) {
            values.add(base.read(parameter, value.toPlainString()));
        }
        return values;
    }

    private static BigDecimal number(Parameter parameter, String value, String part) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException word) {
            throw new MistakeException(Message.of("laboratory.grid.words", parameter.key(), part), word);
        }
    }

    /** Without its unit, which may be typed. */
    private static BigDecimal step(Parameter parameter, String typed, String part) {
        var bare = typed == null ? "" : typed.strip().replaceFirst("%$", "");
        if (parameter.isLength()) {
            bare = Lengths.seconds(bare).map(String::valueOf).orElse(bare);
        }
        if (bare.matches("\\d{1,18}(\\.\\d{1,18})?") && new BigDecimal(bare).signum() > 0) {
            return new BigDecimal(bare);
        }
        throw new MistakeException(Message.of("laboratory.grid.step", parameter.key(), part));
    }
}
