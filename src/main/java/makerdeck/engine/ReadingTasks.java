package makerdeck.engine;

import java.time.Instant;
import makerdeck.engine.books.FeeConverter;
import makerdeck.engine.books.FillBooking;
import makerdeck.engine.books.InterestBooking;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.input.TickTask;
import makerdeck.engine.orders.UnknownOrderResolver;
import makerdeck.engine.risk.LendingLimits;
import makerdeck.engine.risk.ReduceOnly;

/** Asks the venue for what is due, and holds back while what was executed is not certain. Engine thread only. */
final class ReadingTasks implements TickTask {

    private final Reconciliation reconciler;
    private final UnknownOrderResolver evidence;
    private final LendingLimits lending;
    private final InterestBooking interest;
    private final FeeConverter converter;
    private final FillBooking bookings;
    private final ReduceOnly restraint;

    ReadingTasks(
            Reconciliation reconciler,
            UnknownOrderResolver evidence,
            LendingLimits lending,
            InterestBooking interest,
            FeeConverter converter,
            FillBooking bookings,
            ReduceOnly restraint) {
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
