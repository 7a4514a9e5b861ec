package makerdeck.engine;

import makerdeck.journal.Past;

/** Puts together what asks the venue and books what it answers. */
final class ReadingWiring {

    final WarmUp warmUp;
    final Bookings bookings;
    final InterestDesk interest;
    final Evidence evidence;
    final Adoption adoption;
    final Reconciler reconciler;

    ReadingWiring(KnowledgeWiring known, LimitWiring limits, Past past) {
        warmUp = new WarmUp(known.venue, known.clock, known.diary, known.pulse);
        evidence = new Evidence(known.venue, known.clock, known.facts, known.tracker);
        interest =
                new InterestDesk(known.venue, known.clock, known.diary, known.facts, known.ledger, known.scribe, past);
        bookings = new Bookings(known.core(), new FeeWatch(known.facts, known.diary), known.news, past);
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
        var fills = new FillSync(known.core(), bookings, limits.gates, past.kept());
        reconciler = new Reconciler(known.clock, known.venue, known.facts, bookings, listing, fills);
    }
}
