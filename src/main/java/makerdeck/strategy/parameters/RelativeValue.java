package makerdeck.strategy.parameters;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/** Values typed relative to the value now: {@code +10%}, {@code -5%}. */
final class RelativeValue {

    private static final Pattern TYPED = Pattern.compile("([+-]\\d{1,6}(?:\\.\\d{1,6})?)%");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 12;

    private RelativeValue() {}

    /** The canonical value meant; {@link MistakeException} when it is not legal. */
    static String resolve(Parameter parameter, String typed, Parameters now) {
        var match = TYPED.matcher(typed.strip());
        if (!match.matches()) {
            return parameter.rule().read(parameter.key(), typed);
        }
        var value = before(parameter, typed, now)
                .multiply(HUNDRED.add(new BigDecimal(match.group(1))))
                .divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP);
        var whole = parameter.rule() instanceof Rule.Range range && range.whole();
        var rounded = whole ? value.setScale(0, RoundingMode.HALF_UP) : value;
        return parameter.rule().read(parameter.key(), Rule.Range.plain(rounded));
    }

    private static BigDecimal before(Parameter parameter, String typed, Parameters now) {
        if (parameter == Parameter.BAND_HARD) {
            return now.bandHard();
        }
        return now.numberUnlessAuto(parameter)
                .orElseThrow(() -> new MistakeException(Message.of(
                        "strategy.refused.relative", parameter.key(), parameter.range(), typed, now.text(parameter))));
    }
}
