package makerdeck.console.screen;

import java.time.Duration;
import java.time.Instant;
import makerdeck.snapshot.Results;
import org.jspecify.annotations.Nullable;

/** Results for who looks at them: while somebody does they are read anew now and then. UI thread only. */
final class FreshResults {

    private static final Duration READ_EVERY = Duration.ofMinutes(1);

    private final ResultsSource source;
    private @Nullable Instant askedAt;

    FreshResults(ResultsSource source) {
        this.source = source;
    }

    /** Somebody looks now. */
    void look(Instant now) {
        if (askedAt == null || Duration.between(askedAt, now).compareTo(READ_EVERY) >= 0) {
            askedAt = now;
            source.ask();
        }
    }

    /** What was read last. */
    Results.Answer latest() {
        return source.latest();
    }
}
