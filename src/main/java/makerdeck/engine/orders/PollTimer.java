package makerdeck.engine.orders;

import java.time.Duration;
import java.time.Instant;

/** Says when a reading is due: one at a time, given up when no answer comes. Engine thread only. */
public final class PollTimer {

    private final Duration patience;
    private Instant askedAt = Instant.MIN;
    private boolean out;
    private boolean dueNow = true;

    /** @param patience after which an unanswered reading is asked again */
    public PollTimer(Duration patience) {
        this.patience = patience;
    }

    public boolean isDue(Instant now, Duration every) {
        if (askedAt.equals(Instant.MIN)) {
            return true;
        }
        var since = Duration.between(askedAt, now);
        if (since.isNegative()) {
            return true;
        }
        return out ? since.compareTo(patience) > 0 : dueNow || since.compareTo(every) >= 0;
    }

    public void dueNow() {
        dueNow = true;
    }

    public void asked(Instant now) {
        askedAt = now;
        out = true;
        dueNow = false;
    }

    public void answered() {
        out = false;
    }

    public boolean isOut() {
        return out;
    }

    /** When it was last asked, far back before the first time. */
    public Instant askedAt() {
        return askedAt;
    }
}
