package makerdeck.engine.market;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import makerdeck.message.Message;
import makerdeck.snapshot.GuardianState;
import makerdeck.venue.Health;
import makerdeck.venue.Stream;
import org.jspecify.annotations.Nullable;

/** How our links do: the venue's streams and calls, its clock against ours, the guardian. Engine thread only. */
public final class ConnectionState {

    /** How one stream does. */
    private static final class Line {
        private boolean up;
        private boolean everUp;
        private boolean dropped;
        private Instant since = Instant.MIN;
        private @Nullable Message reason = Message.of("engine.stream.not-connected");
    }

    private final Map<Stream, Line> lines = new EnumMap<>(Stream.class);
    private Health health = Health.UNKNOWN;
    private @Nullable Duration clockOffset;
    private @Nullable Instant frameAt;
    private GuardianState guardian = GuardianState.OFF;
    private final Map<String, GuardianState> elsewhere = new LinkedHashMap<>();

    public ConnectionState() {
        for (var stream : Stream.values()) {
            lines.put(stream, new Line());
        }
    }

    /** The venue has answered: what kept us from it until now does not any more. */
    public void reached() {
        lines.replaceAll((stream, line) -> line.everUp ? line : new Line());
    }

    public void up(Stream stream, Instant now) {
        var line = line(stream);
        line.dropped = line.everUp && !line.up;
        line.everUp = true;
        line.up = true;
        line.since = now;
        line.reason = null;
    }

    /**
     * Tells whether that is news: one that is down already may be so for another reason, and one that never was up says
     * the same again but for the number of the attempt.
     */
    public boolean down(Stream stream, Instant now, Message reason) {
        var line = line(stream);
        var news = line.up || !line.everUp && !(line.reason != null && reason.isLike(line.reason));
        line.up = false;
        line.since = now;
        line.reason = reason;
        return news;
    }

    public boolean isUp(Stream stream) {
        return line(stream).up;
    }

    public boolean wasUp(Stream stream) {
        return line(stream).everUp;
    }

    /** Since when it delivers, or does not. */
    public Instant upSince(Stream stream) {
        return line(stream).since;
    }

    public Optional<Message> downReason(Stream stream) {
        return Optional.ofNullable(line(stream).reason);
    }

    /** Whether it came back less than {@code calm} ago after it had dropped. */
    public boolean isFreshlyBack(Stream stream, Instant now, Duration calm) {
        var line = line(stream);
        return line.up && line.dropped && Duration.between(line.since, now).compareTo(calm) < 0;
    }

    private Line line(Stream stream) {
        var line = lines.get(stream);
        if (line == null) {
            throw new IllegalStateException("no line for " + stream);
        }
        return line;
    }

    public void health(Health read) {
        health = read;
        clockOffset = read.clockOffset() == null ? clockOffset : read.clockOffset();
        var last = read.lastFrameAt();
        if (last != null) {
            frame(last);
        }
    }

    public Health health() {
        return health;
    }

    /** Whether it is known how far our clock and the venue's are apart. */
    public boolean knowsVenueTime() {
        return clockOffset != null;
    }

    /** A time of our clock on the venue's, which fills carry: the two may be hours apart. */
    public Instant venueTime(Instant ours) {
        return clockOffset == null ? ours : ours.plus(clockOffset);
    }

    /** A time of the venue's clock on ours. */
    public Instant ourTime(Instant venues) {
        return clockOffset == null ? venues : venues.minus(clockOffset);
    }

    /** How the guardian does, by its keeper. */
    public void guardian(GuardianState told) {
        guardian = told;
    }

    public GuardianState guardian() {
        return guardian;
    }

    /** How the guardian of another machine does, by its keeper. */
    public void guardian(String address, GuardianState told) {
        elsewhere.put(address, told);
    }

    /** By the address of each, in the order they were named in. */
    public Map<String, GuardianState> guardiansElsewhere() {
        return Collections.unmodifiableMap(elsewhere);
    }

    /** The first of another machine that is not armed, empty when all are. */
    public Optional<String> unarmedElsewhere() {
        return elsewhere.entrySet().stream()
                .filter(each -> each.getValue() != GuardianState.ON)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The venue showed a sign of life. */
    public void frame(Instant at) {
        if (frameAt == null || at.isAfter(frameAt)) {
            frameAt = at;
        }
    }

    /** When the venue last showed any sign of life on its streams, null before the first. */
    public @Nullable Instant frameAt() {
        return frameAt;
    }
}
