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

    private final Reconciliation reconciliation;
    private final UnknownOrderResolver resolver;
    private final LendingLimits lending;
    private final InterestBooking interest;
    private final FeeConverter converter;
    private final FillBooking booking;
    private final ReduceOnly reduceOnly;

    ReadingTasks(
            Reconciliation reconciliation,
            UnknownOrderResolver resolver,
            LendingLimits lending,
            InterestBooking interest,
            FeeConverter converter,
            FillBooking booking,
            ReduceOnly reduceOnly) {
        this.reconciliation = reconciliation;
        this.resolver = resolver;
        this.lending = lending;
        this.interest = interest;
        this.converter = converter;
        this.booking = booking;
        this.reduceOnly = reduceOnly;
    }

    @Override
    public void tick(Instant now) {
        reconciliation.tick(now);
        resolver.tick(now);
        lending.tick();
        interest.tick(now);
        converter.tick(now);
        booking.tick(now);
        booking.doubts().tick(now);
        var unread = reconciliation.fills().unread(now);
        reduceOnly.fills(unread.isEmpty() ? booking.doubts().reason(now).orElse(null) : unread.orElse(null));
    }
}
