package makerdeck.engine.market;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import makerdeck.engine.log.EventLog;
import makerdeck.message.Message;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Has the volatility learn from past minutes, at the start and after a long time without market data.
 *
 * <p>Engine thread only.
 */
public final class VolatilityWarmUp {

    /** Twice the half-life of the slower average. */
    private static final Duration REACH = Duration.ofHours(1);

    /** So that at least one whole minute is in it. */
    private static final Duration LONG_GAP = Duration.ofMinutes(2);

    /** The venue allows few readings of history. */
    private static final Duration AGAIN = Duration.ofSeconds(20);

    private static final int ATTEMPTS = 3;

    private final Venue venue;
    private final Clock clock;
    private final EventLog log;
    private final MarketSignals signals;
    private @Nullable Instant wantedFrom;
    private Instant due = Instant.MIN;
    private int attempts;
    private Instant liveAt = Instant.MAX;

    public VolatilityWarmUp(Venue venue, Clock clock, EventLog log, MarketSignals signals) {
        this.venue = venue;
        this.clock = clock;
        this.log = log;
        this.signals = signals;
    }

    /** The venue answers for the first time. */
    public void begin(Instant now) {
        want(now.minus(REACH), now);
    }

    /** @param live whether the market is being followed */
    void tick(Instant now, boolean live) {
        if (live) {
            if (now.isAfter(liveAt) && Duration.between(liveAt, now).compareTo(LONG_GAP) >= 0) {
                want(liveAt, now);
            }
            liveAt = now;
        }
        ask(now);
    }

    private void want(Instant from, Instant now) {
        wantedFrom = from;
        attempts = 0;
        due = now;
        ask(now);
    }

    private void ask(Instant now) {
        if (wantedFrom == null || now.isBefore(due)) {
            return;
        }
        if (attempts == ATTEMPTS) {
            wantedFrom = null;
            return;
        }
        attempts++;
        due = now.plus(AGAIN);
        venue.readCandles(wantedFrom);
    }

    public void read(VenueEvent.CandlesRead event) {
        if (!event.from().equals(wantedFrom)) {
            return;
        }
        wantedFrom = null;
        var minutes = event.minutes();
        if (minutes.isEmpty()) {
            return;
        }
        signals.warmUp(minutes);
        log.info(clock.instant(), Message.count("engine.volatility-learned", minutes.size()));
    }
}
