package makerdeck.command;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How much time the market's line shows. */
public enum ChartSpan {
    MINUTES("5m", Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofSeconds(2)),
    HOUR("1h", Duration.ofHours(1), Duration.ofMinutes(10), Duration.ofSeconds(10)),
    HOURS("6h", Duration.ofHours(6), Duration.ofHours(1), Duration.ofMinutes(1)),
    DAY("1d", Duration.ofDays(1), Duration.ofHours(4), Duration.ofMinutes(4)),
    WEEK("7d", Duration.ofDays(7), Duration.ofDays(1), Duration.ofMinutes(30));

    private final String word;
    private final Duration length;
    private final Duration step;
    private final Duration bucket;

    ChartSpan(String word, Duration length, Duration step, Duration bucket) {
        this.word = word;
        this.length = length;
        this.step = step;
        this.bucket = bucket;
    }

    /** As it is typed. */
    public String word() {
        return word;
    }

    public Duration length() {
        return length;
    }

    /** Between two marks of the time axis; the line moves to the left by as much when it has reached the right end. */
    public Duration step() {
        return step;
    }

    /** What is remembered as one point. */
    public Duration bucket() {
        return bucket;
    }

    /** The next longer one for a positive number, the next shorter one for a negative; the last stays. */
    public ChartSpan by(int steps) {
        return values()[Math.max(0, Math.min(values().length - 1, ordinal() + steps))];
    }

    static ChartSpan of(String word) {
        return Arrays.stream(values())
                .filter(span -> span.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no span " + word));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ChartSpan::word).toList();
    }
}
