package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;

/** Says when a reading is due: one at a time, given up when no answer comes. Engine thread only. */
final class Timer {

    private final Duration patience;
    private Instant askedAt = Instant.MIN;
    private boolean out;
    private boolean dueNow = true;

    /** @param patience after which an unanswered reading is asked again */
    Timer(Duration patience) {
        this.patience = patience;
    }

    boolean isDue(Instant now, Duration every) {
        if (askedAt.equals(Instant.MIN)) {
            return true;
        }
        var since = Duration.between(askedAt, now);
        if (since.isNegative()) {
            return true;
        }
        return out ? since.compareTo(patience) > 0 : dueNow || since.compareTo(every) >= 0;
    }

    void dueNow() {
        dueNow = true;
    }

    void asked(Instant now) {
        askedAt = now;
        out = true;
        dueNow = false;
    }

    void answered() {
        out = false;
    }

    boolean isOut() {
        return out;
    }

    /** When it was last asked, far back before the first time. */
    Instant askedAt() {
        return askedAt;
    }
}
