package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.FillRow;
import makerdeck.snapshot.Happening;
import makerdeck.snapshot.HealthRow;
import makerdeck.snapshot.Preview;
import makerdeck.venue.Stream;

/**
 * Publishes what the screen shows: at most 50 times a second for the market's sake, at once for the
 * desk's own. Lists that did not change are taken over from the last one.
 */
final class SnapshotPublisher {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final EngineSettings settings;
    private final Parts parts;
    private final Core core;
    private final Supplier<Preview> preview;
    private final Rows rows;

    // Engine thread only.
    private long sequence;
    private Instant publishedAt = Instant.MIN;
    private long diarySeen = -1;
    private long fillsSeen = -1;
    private List<Happening> log = List.of();
    private List<Alert> alerts = List.of();
    private List<FillRow> fills = List.of();

    // Written by the engine thread, read by any.
    private volatile DeskSnapshot latest;

    SnapshotPublisher(EngineSettings settings, Parts parts, Supplier<Preview> preview) {
        this.settings = settings;
        this.preview = preview;
        this.parts = parts;
        core = parts.core();
        rows = new Rows(parts);
        latest = build(core.now());
    }

    /** The latest frame. Any thread; never blocks. */
    DeskSnapshot latest() {
        return latest;
    }

    /** {@code urgent}: an order, a fill or a command. */
    void publish(Instant now, boolean urgent) {
        if (!urgent && Duration.between(publishedAt, now).compareTo(PAUSE) < 0) {
            return;
        }
        publishedAt = now;
        latest = build(now);
    }

    private String reason() {
        var reason = parts.status().reason();
        var exposed = parts.exposure().text();
        return reason.isEmpty() || exposed.isEmpty() ? reason + exposed : Texts.sequence(List.of(exposed, reason));
    }

    private DeskSnapshot build(Instant now) {
        refresh();
        var facts = core.facts();
        var status = parts.status();
        facts.mid().ifPresent(core.ledger()::mark);
        return new DeskSnapshot(
                ++sequence,
                now,
                settings.mode(),
                settings.venue(),
                settings.symbol(),
                status.state(),
                reason(),
                status.startedAt(),
                status.endsAt(),
                core.tuning().parameters().duration(),
                facts.knownMarket().orElse(null),
                facts.book(),
                facts.bookAt(),
                rows.orders(),
                fills,
                List.copyOf(facts.trades()),
                core.ledger().totals(),
                rows.inventory(),
                rows.quoting(),
                facts.knownMarket().isEmpty()
                        ? null
                        : facts.rates().row(core.tuning().parameters()),
                log,
                alerts,
                core.tuning().rows(),
                core.tuning().preset(),
                core.tuning().wayBack(),
                health(),
                preview.get());
    }

    private void refresh() {
        if (diarySeen != core.diary().changes()) {
            diarySeen = core.diary().changes();
            log = core.diary().log();
            alerts = core.diary().alerts();
        }
        if (fillsSeen != parts.bookings().changes()) {
            fillsSeen = parts.bookings().changes();
            fills = parts.bookings().rows();
        }
    }

    private HealthRow health() {
        var health = core.facts().health();
        return new HealthRow(
                core.facts().isUp(Stream.PUBLIC),
                core.facts().isUp(Stream.PRIVATE),
                health.roundTrip(),
                health.clockOffset(),
                health.reconnects(),
                health.gaps(),
                health.requestsLastMinute(),
                health.requestLimit(),
                core.facts().frameAt(),
                core.facts().guarding());
    }
}
