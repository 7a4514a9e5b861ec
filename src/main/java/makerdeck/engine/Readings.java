package makerdeck.engine;

import java.time.Instant;

/** Asks the venue for what is due, and holds back while what was executed is not certain. Engine thread only. */
final class Readings implements TickTask {

    private final Reconciler reconciler;
    private final Evidence evidence;
    private final Lending lending;
    private final InterestDesk interest;
    private final FeeConverter converter;
    private final Bookings bookings;
    private final Restraint restraint;

    Readings(
            Reconciler reconciler,
            Evidence evidence,
            Lending lending,
            InterestDesk interest,
            FeeConverter converter,
            Bookings bookings,
            Restraint restraint) {
        this.reconciler = reconciler;
        this.evidence = evidence;
        this.lending = lending;
        this.interest = interest;
        this.converter = converter;
        this.bookings = bookings;
        this.restraint = restraint;
    }

    @Override
    public void tick(Instant now) {
        reconciler.tick(now);
        evidence.tick(now);
        lending.tick();
        interest.tick(now);
        converter.tick(now);
        bookings.tick(now);
        bookings.doubts().tick(now);
        var unread = reconciler.fills().unread(now);
        restraint.fills(unread.isEmpty() ? bookings.doubts().reason(now) : unread);
    }
}
