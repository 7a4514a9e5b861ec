package makerdeck.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.Lengths;
import org.jspecify.annotations.Nullable;

/**
 * Who cancels a desk's orders if the desk dies.
 *
 * @param here a second process on this machine
 * @param elsewhere guardians of other machines
 * @param key what the desk and those of them behind a port share, null when all are behind socket files
 * @param silence how long the desk may be silent before those elsewhere cancel
 */
public record Guardians(
        boolean here,
        List<GuardianAddress> elsewhere,
        @Nullable Path key,
        Duration silence) {

    static final Duration USUAL = Duration.ofSeconds(15);
    private static final Duration SHORTEST = Duration.ofSeconds(6);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Throws {@link MistakeException} where they do not go together. */
    static Guardians of(boolean here, List<String> typed, @Nullable Path key, @Nullable String silence) {
        var named = new LinkedHashMap<String, GuardianAddress>();
        typed.forEach(each -> named.put(each, GuardianAddress.of("--guardian-at", each)));
        for (var each : named.values()) {
            GuardianAddress.requireKey("--guardian-at", each, key);
        }
        if (named.isEmpty() && key != null) {
            throw new MistakeException(Message.of("settings.only-with", "--guardian-key", "--guardian-at"));
        }
        if (named.isEmpty() && silence != null) {
            throw new MistakeException(Message.of("settings.only-with", "--guardian-silence", "--guardian-at"));
        }
        return new Guardians(here, List.copyOf(named.values()), key, silence(silence));
    }

    private static Duration silence(@Nullable String typed) {
        if (typed == null) {
            return USUAL;
        }
        var length = Lengths.seconds(typed)
                .map(Duration::ofSeconds)
                .orElseThrow(() -> new MistakeException(
                        Message.of("settings.guardian.silence", typed, SHORTEST.toSeconds(), LONGEST.toSeconds())));
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            var nearest = length.compareTo(SHORTEST) < 0 ? SHORTEST : LONGEST;
            throw new MistakeException(Message.of(
                    "settings.guardian.silence-range",
                    typed,
                    SHORTEST.toSeconds(),
                    LONGEST.toSeconds(),
                    nearest.toSeconds()));
        }
        return length;
    }
}
