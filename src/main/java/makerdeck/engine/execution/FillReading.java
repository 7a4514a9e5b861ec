package makerdeck.engine.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import makerdeck.domain.Fill;
import makerdeck.engine.books.FillBooking;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.books.UnreadFills;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.orders.PollTimer;
import makerdeck.engine.risk.TradingGates;
import makerdeck.journal.Entry;
import makerdeck.message.Message;
import makerdeck.snapshot.Severity;
import makerdeck.venue.Stream;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reads the account's executions and says how far they are known: what the stream kept to itself is booked from the
 * venue's own history.
 *
 * <p>Engine thread only.
 */
public final class FillReading {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration IN_DOUBT = Duration.ofSeconds(2);
    private static final Duration OVERDUE = Duration.ofSeconds(30);
    private static final Duration STREAM_TAKES_AT_MOST = Duration.ofSeconds(1);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Venue venue;
    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final ConnectionState connection;
    private final OrderTracker tracker;
    private final Ledger ledger;
    private final FillBooking booking;
    private final TradingGates gates;
    private final PollTimer reading = new PollTimer(Reconciliation.ANSWER_LIMIT);

    private boolean wanted;
    private Instant askedFrom = Instant.MAX;
    private @Nullable Instant wantedSince;
    private final UnreadFills unread;
    private Instant readAt = Instant.MIN;

    // On the venue's clock.
    private @Nullable Instant knownUntil;
    private boolean caughtUp;
    private Instant lookDue = Instant.MIN;

    /** @param kept the books that go on, null when new ones will be opened */
    public FillReading(
            Venue venue,
            Clock clock,
            EventLog log,
            MarketData market,
            ConnectionState connection,
            OrderTracker tracker,
            Ledger ledger,
            FillBooking booking,
            TradingGates gates,
            Entry.@Nullable BooksKept kept) {
        this.venue = venue;
        this.clock = clock;
        this.log = log;
        this.market = market;
        this.connection = connection;
        this.tracker = tracker;
        this.ledger = ledger;
        this.booking = booking;
        this.gates = gates;
        knownUntil = kept == null ? null : kept.knownUntil();
        caughtUp = kept == null;
        unread = new UnreadFills(venue, market, log, booking.sums());
    }

    /** Whether what was executed while the desk was down is in the books. */
    public boolean isCaughtUp() {
        return caughtUp && !booking.doubts().isOpen();
    }

    /** Every execution of the account before it, on the venue's clock, has been booked. */
    public Instant knownUntil() {
        var latest = connection.venueTime(clock.instant());
        if (knownUntil == null) {
            return ledger.isOpen() ? ledger.openedAt() : latest;
        }
        // Our clock may have been wrong when it was written down.
        return knownUntil.isBefore(latest) ? knownUntil : latest;
    }

    /** Whether fills may not all be booked that happened before it, on our clock. */
    public boolean isInDoubt(Instant before) {
        return readAt.isBefore(before) || booking.doubts().isOpen();
    }

    /** Rows of the history that nobody can make out. */
    public UnreadFills unread() {
        return unread;
    }

    /** Something happened that fills may explain. */
    public void read() {
        wanted = true;
    }

    /** Anything may have been executed unseen: asked for at the next tick, however lately it was looked at. */
    public void readNow() {
        wanted = true;
        reading.dueNow();
        lookDue = Instant.MIN;
    }

    void tick(Instant now) {
        if (now.isBefore(lookDue)) {
            return;
        }
        lookDue = now.plus(LOOKS_EVERY);
        unread.tick(now);
        var from = knownUntil();
        wanted |= booking.doubts().isOpen();
        for (var order : tracker.all()) {
            if (!order.isSettled() && Duration.between(order.since(), now).compareTo(Reconciliation.AFTER_FILL) > 0) {
                wanted = true;
                var sentAt = connection.venueTime(order.sentAt());
                from = sentAt.isBefore(from) ? sentAt : from;
            }
        }
        wantedSince = !wanted ? null : wantedSince == null ? now : wantedSince;
        if (reading.isDue(now, wanted ? IN_DOUBT : EVERY)) {
            reading.asked(now);
            from = from.isBefore(booking.reach()) ? booking.reach() : from.minus(MARGIN);
            askedFrom = from.truncatedTo(ChronoUnit.MILLIS);
            venue.readFills(askedFrom);
        }
    }

    /** True when one of them should have come by the stream long ago: it may have kept more to itself. */
    public boolean on(VenueEvent.FillsRead event) {
        var suspicious = false;
        for (var fill : event.fills()) {
            if (booking.book(fill, null)) {
                suspicious |= suspect(fill);
            }
        }
        wanted |= !isWhole(event);
        if (reading.isOut() && !event.from().isAfter(askedFrom)) {
            caughtUp = true;
            reading.answered();
            wantedSince = null;
            unread.read(event.odd(), this::matters, clock.instant());
            if (!unread.isOpen()) {
                readAt = reading.askedAt();
                knownUntil = toldUntil(event);
                booking.forget(knownUntil);
                settle();
            }
        }
        return suspicious;
    }

    /** Why not all fills are known, empty when they are as far as anybody can tell. */
    public Optional<Message> unread(Instant now) {
        var row = unread.first();
        if (row.isPresent()) {
            return Optional.of(Message.of("engine.reduce-only.fills", row.get()));
        }
        return wantedSince != null && Duration.between(wantedSince, now).compareTo(OVERDUE) > 0
                ? Optional.of(Message.of("engine.fill.unanswered", OVERDUE.toSeconds()))
                : Optional.empty();
    }

    /** Whether nothing in it is unknown. */
    public boolean isWhole(VenueEvent.FillsRead event) {
        return unread.areDealtWith(event.odd(), this::matters);
    }

    /** What happened before our books were opened, or long before all that is known, is in them or in none of ours. */
    private boolean matters(Instant at) {
        return ledger.covers(at) && !at.isBefore(booking.reach());
    }

    private void settle() {
        booking.doubts().fillsRead(readAt);
        for (var order : tracker.fillsRead(readAt, clock.instant())) {
            var rules = market.rules();
            log.alert(
                    clock.instant(),
                    Severity.WARN,
                    Message.of(
                            "engine.fill.never-came",
                            order.tag(),
                            rules.text(order.filled()),
                            rules.text(order.booked())),
                    order.clientId());
        }
        wanted = booking.doubts().isOpen();
    }

    /** The venue's own word for how far it has told, so that no clock but one is in it; never back. */
    private Instant toldUntil(VenueEvent.FillsRead event) {
        var known = knownUntil();
        var latest = connection.venueTime(clock.instant());
        for (var fill : event.fills()) {
            var at = fill.at().isBefore(latest) ? fill.at() : latest;
            known = at.isAfter(known) ? at : known;
        }
        // A life to come has to read again what waits.
        var waits = booking.doubts().oldest().filter(known::isAfter).orElse(known);
        return waits.isAfter(knownUntil()) ? waits : knownUntil();
    }

    /** A fill that the account stream should have brought long ago: what else has it kept to itself? */
    private boolean suspect(Fill fill) {
        var now = clock.instant();
        var upSince = connection.upSince(Stream.PRIVATE);
        var filledAt = connection.ourTime(fill.at());
        var isLate = filledAt.plus(STREAM_TAKES_AT_MOST).isBefore(now);
        var kept = isLate && upSince.isBefore(filledAt);
        if (kept) {
            gates.distrust(now);
            venue.subscribeAfresh(Message.of("engine.fill.not-reported"));
            log.alert(now, Severity.WARN, Message.of("engine.fill.missed"));
        }
        return kept;
    }
}
