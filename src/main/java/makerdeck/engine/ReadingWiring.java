package makerdeck.engine;

import makerdeck.journal.Past;

/** Puts together what asks the venue and books what it answers. */
final class ReadingWiring {

    final WarmUp warmUp;
    final Bookings bookings;
    final InterestDesk interest;
    final FeeConverter converter;
    final Evidence evidence;
    final Adoption adoption;
    final Reconciler reconciler;

    ReadingWiring(KnowledgeWiring known, LimitWiring limits, Past past) {
        warmUp = new WarmUp(known.venue, known.clock, known.diary, known.pulse);
        evidence = new Evidence(known.venue, known.clock, known.facts, known.tracker);
        interest =
                new InterestDesk(known.venue, known.clock, known.diary, known.facts, known.ledger, known.scribe, past);
        converter = new FeeConverter(known.clock, known.venue, known.facts, known.ledger, known.scribe, known.diary);
        bookings = bookings(known, past);
        adoption = new Adoption(known.diary, known.facts, known.tracker, bookings);
        var listing = new ListingCheck(
                known.diary,
                known.ids,
                known.tracker,
                known.riddles,
                adoption,
                new ExternalNews(known.diary, known.facts, known.externals),
                limits.desk,
                limits.gates);
        var fills = new FillSync(
                known.venue,
                known.clock,
                known.diary,
                known.facts,
                known.tracker,
                known.ledger,
                bookings,
                limits.gates,
                past.kept());
        reconciler = new Reconciler(known.clock, known.venue, known.facts, bookings, listing, fills);
    }

    private static Bookings bookings(KnowledgeWiring known, Past past) {
        var keys = new FillKeys();
        var sums = new BookedSums();
        var strange = new StrangeFills(known.venue, known.facts, known.externals, known.diary, keys, sums);
        var doubts = new FillDoubts(known.venue, known.clock, known.diary, known.facts, keys, strange);
        var fees = new FeeWatch(known.facts, known.diary);
        return new Bookings(
                known.clock,
                known.ids,
                known.diary,
                known.facts,
                known.tracker,
                known.ledger,
                known.holdings,
                known.scribe,
                keys,
                sums,
                doubts,
                fees,
                known.news,
                past);
    }
}
