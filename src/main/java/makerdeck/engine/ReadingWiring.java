package makerdeck.engine;

import makerdeck.engine.books.BookedSums;
import makerdeck.engine.books.FeeConverter;
import makerdeck.engine.books.FeeMonitor;
import makerdeck.engine.books.FillBooking;
import makerdeck.engine.books.FillDeduplicator;
import makerdeck.engine.books.FillDoubts;
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
    final FillBooking bookings;
    final InterestBooking interest;
    final FeeConverter converter;
    final UnknownOrderResolver evidence;
    final OrderAdoption adoption;
    final Reconciliation reconciler;

    ReadingWiring(KnowledgeWiring known, LimitWiring limits, RestoredBooks past) {
        warmUp = new VolatilityWarmUp(known.venue, known.clock, known.diary, known.pulse);
        evidence = new UnknownOrderResolver(known.venue, known.clock, known.facts, known.tracker);
        interest = new InterestBooking(
                known.venue, known.clock, known.diary, known.facts, known.ledger, known.scribe, past);
        converter = new FeeConverter(known.clock, known.venue, known.facts, known.ledger, known.scribe, known.diary);
        bookings = bookings(known, past);
        adoption = new OrderAdoption(known.diary, known.facts, known.tracker, bookings);
        var listing = new OpenOrdersCheck(
                known.diary,
                known.ids,
                known.tracker,
                known.riddles,
                adoption,
                new ForeignOrderNews(known.diary, known.facts, known.externals),
                limits.desk,
                limits.gates);
        var fills = new FillReading(
                known.venue,
                known.clock,
                known.diary,
                known.facts,
                known.tracker,
                known.ledger,
                bookings,
                limits.gates,
                past.kept());
        reconciler = new Reconciliation(known.clock, known.venue, known.facts, bookings, listing, fills);
    }

    private static FillBooking bookings(KnowledgeWiring known, RestoredBooks past) {
        var keys = new FillDeduplicator();
        var sums = new BookedSums();
        var strange = new UnmatchedFills(known.venue, known.facts, known.externals, known.diary, keys, sums);
        var doubts = new FillDoubts(known.venue, known.clock, known.diary, known.facts, keys, strange);
        var fees = new FeeMonitor(known.facts, known.diary);
        return new FillBooking(
                known.clock,
                known.ids,
                known.diary,
                known.facts,
                known.tracker,
                known.ledger,
                known.scribe,
                keys,
                sums,
                doubts,
                new FillTable(known.clock, known.diary, known.facts, known.ledger, known.holdings, known.scribe),
                fees,
                known.news,
                past);
    }
}
