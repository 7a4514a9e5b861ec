package makerdeck.engine.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import makerdeck.domain.Side;
import makerdeck.engine.log.Texts;
import makerdeck.message.Message;
import makerdeck.venue.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What keeps one side from quoting besides the market: the operator, refusals, fills a moment ago.
 *
 * <p>Engine thread only.
 */
public final class SideState {

    private static final Duration AFTER_FILL = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration[] POST_ONLY_TRIES = {
        Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(1000)
    };
    private static final int TRIES = 3;
    private static final Duration STAYS_SMALL = Duration.ofMinutes(1);

    private final Side side;
    private final Map<Integer, Instant> coolDowns = new HashMap<>();
    private final Set<Integer> held = new HashSet<>();
    private boolean paused;
    private @Nullable Instant pausedUntil;
    private Instant blockedUntil = Instant.MIN;
    private @Nullable Message blockedFor = null;
    private @Nullable Refusal refused;
    private int refusals;
    private int halvings;
    private Instant smallUntil = Instant.MIN;

    SideState(Side side) {
        this.side = side;
    }

    /** By the operator; {@code until} null: until resumed. */
    public void pause(@Nullable Instant until) {
        paused = true;
        pausedUntil = until;
    }

    public void resume() {
        paused = false;
        pausedUntil = null;
        held.clear();
        blockedUntil = Instant.MIN;
        refusals = 0;
        halvings = 0;
    }

    public boolean isPaused(Instant now) {
        if (paused && pausedUntil != null && !now.isBefore(pausedUntil)) {
            paused = false;
            pausedUntil = null;
        }
        return paused;
    }

    /** By the operator, until resumed. */
    public boolean isPausedForGood() {
        return paused && pausedUntil == null;
    }

    /** One layer stays empty until the side is resumed. */
    public void hold(int layer) {
        held.add(layer);
    }

    public Set<Integer> held() {
        return Set.copyOf(held);
    }

    public void filled(int layer, Instant now) {
        coolDowns.put(layer, now.plus(AFTER_FILL));
    }

    /** Whether any layer waits after a fill. */
    public boolean isCooling(Instant now) {
        return coolDowns.values().stream().anyMatch(now::isBefore);
    }

    public boolean isCooling(int layer, Instant now) {
        var until = coolDowns.get(layer);
        return until != null && now.isBefore(until);
    }

    /** An order of the side was accepted: whatever was wrong is over. */
    public void accepted() {
        refusals = 0;
    }

    /** How often sizes are halved, because the venue finds less than we do. */
    public int halvings(Instant now) {
        if (now.isAfter(smallUntil)) {
            halvings = 0;
        }
        return halvings;
    }

    /** An order was refused. The side waits, each time longer; tells the operator's line when it pauses for long. */
    public Optional<Message> refused(Refusal why, Message message, Instant now) {
        if (now.isBefore(blockedUntil)) {
            // One request with several orders is one try.
            return Optional.empty();
        }
        refusals = why == refused ? refusals + 1 : 1;
        refused = why;
        if (why == Refusal.INSUFFICIENT_FUNDS) {
            halvings = Math.min(halvings + 1, TRIES);
            smallUntil = now.plus(STAYS_SMALL);
        }
        var pauses = refusals > TRIES;
        blockedUntil = now.plus(pauses ? LONG : pause(why));
        var said = Texts.refusal(why, message);
        blockedFor = pauses ? Message.of("engine.refused.again", said, refusals, Texts.length(LONG)) : said;
        if (!pauses) {
            return Optional.empty();
        }
        refusals = 0;
        return Optional.of(Message.of("engine.refused.side", Texts.quotes(side), blockedFor));
    }

    private Duration pause(Refusal why) {
        return switch (why) {
            case POST_ONLY_WOULD_TAKE -> POST_ONLY_TRIES[Math.min(refusals, POST_ONLY_TRIES.length) - 1];
            case NOT_SENT -> Duration.ofMillis(500);
            case LENT_OUT -> LendingLimits.PROBE;
            case INSUFFICIENT_FUNDS, PRICE_BAND, INVALID_ORDER, LATE, OTHER -> Duration.ofSeconds(1);
            case RATE_LIMIT -> Duration.ofSeconds(2L << Math.min(refusals, 4));
            case BANNED, VENUE_CLOSED, KEY_IN_DOUBT, NOT_THE_VENUE, AUTHENTICATION -> Duration.ofSeconds(5);
        };
    }

    /** Keeps the side empty until then. */
    public void block(Instant until, Message reason) {
        blockedUntil = until;
        blockedFor = reason;
    }

    /** What kept the side empty last, over or not. */
    Optional<Message> blockReason() {
        return Optional.ofNullable(blockedFor);
    }

    /** The operator's pause, empty when there is none. */
    public Optional<Message> pauseReason(Instant now) {
        if (!isPaused(now)) {
            return Optional.empty();
        }
        return pausedUntil == null
                ? Optional.of(Message.of("engine.pause.paused-by-you"))
                : Optional.of(
                        Message.of("engine.pause.paused-by-you-for", Texts.length(Duration.between(now, pausedUntil))));
    }

    /** When the operator's pause is over, empty when it has no end or there is none. */
    public Optional<Instant> pauseEnds() {
        return Optional.ofNullable(pausedUntil);
    }

    /** When what the venue's refusals ask for is over. */
    public Optional<Instant> blockEnds(Instant now) {
        return isBlocked(now) ? Optional.of(blockedUntil) : Optional.empty();
    }

    /** Whether nothing new may be sent; what rests may stay. */
    public boolean isBlocked(Instant now) {
        return now.isBefore(blockedUntil);
    }

    /** What the venue's refusals ask for, empty when nothing. */
    public Optional<Message> blockReason(Instant now) {
        return isBlocked(now) ? Optional.ofNullable(blockedFor) : Optional.empty();
    }
}
