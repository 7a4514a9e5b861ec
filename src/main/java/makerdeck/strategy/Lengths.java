package makerdeck.strategy;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import makerdeck.words.Words;

/** Lengths of time as typed: {@code 90}, {@code 90s}, {@code 10m}, {@code 2h}, {@code 1d}. */
public final class Lengths {

    private static final Pattern TYPED = Pattern.compile("(\\d{1,9})([smhd]?)");

    private Lengths() {}

    /** The length in whole seconds; empty when it is none. */
    public static Optional<Long> seconds(String typed) {
        var match = TYPED.matcher(typed);
        if (!match.matches()) {
            return Optional.empty();
        }
        long unit =
                switch (match.group(2)) {
                    case "m" -> 60;
                    case "h" -> 3600;
                    case "d" -> 86_400;
                    default -> 1;
                };
        return Optional.of(Long.parseLong(match.group(1)) * unit);
    }

    /** The length; {@link IllegalArgumentException} when it is none or zero. */
    public static Duration duration(String typed) {
        return seconds(typed)
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds)
                .orElseThrow(() -> new IllegalArgumentException(Words.say("strategy.length", typed)));
    }
}
