package makerdeck.engine;

import makerdeck.engine.books.BookedFills;
import makerdeck.engine.books.FeeConverter;
import makerdeck.engine.books.FeeMonitor;
import makerdeck.engine.books.FillBooking;
import makerdeck.engine.books.FillDoubts;
import makerdeck.engine.books.FillPosting;
import makerdeck.engine.books.FillTable;
import makerdeck.engine.books.InterestBooking;
import makerdeck.engine.books.UnmatchedFills;
import makerdeck.engine.execution.FillReading;
import makerdeck.engine.execution.OpenOrdersCheck;
import makerdeck.engine.execution.OrderAdoption;
import makerdeck.engine.execution.Reconciliation;
import makerdeck.engine.market.VolatilityWarmUp;
import makerdeck.engine.orders.ForeignOrderNews;
import makerdeck.engine.orders.UnknownOrderResolver;
import makerdeck.journal.RestoredBooks;

/** Puts together what asks the venue and books what it answers. */
final class ReadingWiring {

    final VolatilityWarmUp warmUp;
    final FillBooking booking;
    final InterestBooking interest;
    final FeeConverter converter;
    final UnknownOrderResolver resolver;
    final OrderAdoption adoption;
    final Reconciliation reconciliation;

    ReadingWiring(KnowledgeWiring known, LimitWiring limits, RestoredBooks restored) {
        warmUp = new VolatilityWarmUp(known.venue, known.clock, known.log, known.signals);
        resolver = new UnknownOrderResolver(known.venue, known.clock, known.connection, known.tracker);
        interest = new InterestBooking(
                known.venue,
                known.clock,
                known.log,
                known.market,
                known.connection,
                known.account,
                known.ledger,
                known.journal,
                restored);
        converter = new FeeConverter(known.clock, known.venue, known.market, known.ledger, known.journal, known.log);
        booking = booking(known, restored);
        adoption = new OrderAdoption(known.log, known.market, known.tracker, booking);
        var openOrders = new OpenOrdersCheck(
                known.log,
                known.ids,
                known.tracker,
                known.unreadable,
                adoption,
                new ForeignOrderNews(known.log, known.market, known.foreign),
                limits.gateway,
                limits.gates);
        var fills = new FillReading(
                known.venue,
                known.clock,
                known.log,
                known.market,
                known.connection,
                known.tracker,
                known.ledger,
                booking,
                limits.gates,
                restored.kept());
        reconciliation = new Reconciliation(known.clock, known.venue, known.market, booking, openOrders, fills);
    }

    private static FillBooking booking(KnowledgeWiring known, RestoredBooks restored) {
        var booked = new BookedFills(restored);
        var unmatched = new UnmatchedFills(known.venue, known.market, known.foreign, known.log, booked);
        var doubts = new FillDoubts(known.venue, known.clock, known.log, known.market, booked.keys(), unmatched);
        return new FillBooking(
                known.clock,
                known.ids,
                known.market,
                known.tracker,
                booked,
                doubts,
                new FillPosting(known.clock, known.log, known.market, known.connection, known.ledger, known.journal),
                new FillTable(
                        known.clock,
                        known.log,
                        known.market,
                        known.signals,
                        known.ledger,
                        known.available,
                        known.journal),
                new FeeMonitor(known.market, known.log),
                known.relay);
    }
}
