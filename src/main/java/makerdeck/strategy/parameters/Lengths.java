package makerdeck.strategy.parameters;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/**
 * Lengths of time as typed, and as the desk prints them: {@code 90}, {@code 90s}, {@code 10m}, {@code 1h30m}, {@code
 * 3d04h}, {@code 1h 30m}, {@code 90 s}.
 */
public final class Lengths {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern TYPED =
            Pattern.compile("(?:(\\d{1,9}) *d)? *(?:(\\d{1,9}) *h)? *(?:(\\d{1,9}) *m)? *(?:(\\d{1,9}) *s)?");
    private static final long[] UNITS = {86_400, 3600, 60, 1};

    private Lengths() {}

    /** The length in whole seconds; empty when it is none. */
    public static Optional<Long> seconds(String typed) {
        if (SECONDS.matcher(typed).matches()) {
            return Optional.of(Long.parseLong(typed));
        }
        var match = TYPED.matcher(typed);
        if (typed.isBlank() || !match.matches()) {
            return Optional.empty();
        }
        long sum = 0;
        for (int unit = 0; unit < UNITS.length; unit++) {
            var count = match.group(unit + 1);
            sum += count == null ? 0 : Long.parseLong(count) * UNITS[unit];
        }
        return Optional.of(sum);
    }

    /** The length; {@link MistakeException} when it is none or zero. */
    public static Duration duration(String typed) {
        return seconds(typed)
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds)
                .orElseThrow(() -> new MistakeException(Message.of("strategy.length", typed)));
    }
}
