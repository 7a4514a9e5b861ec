package makerdeck.engine;

import java.time.Clock;
import java.time.Instant;
import makerdeck.domain.Market;
import makerdeck.snapshot.Severity;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;

/** The venue comes, goes and says what it trades. Engine thread only. */
final class ConnectionEvents {

    private final Clock clock;
    private final Diary diary;
    private final Facts facts;
    private final Pulse pulse;
    private final WarmUp warmUp;
    private final Gates gates;
    private final Reconciler reconciler;
    private final Halting halting;

    ConnectionEvents(
            Clock clock,
            Diary diary,
            Facts facts,
            Pulse pulse,
            WarmUp warmUp,
            Gates gates,
            Reconciler reconciler,
            Halting halting) {
        this.clock = clock;
        this.diary = diary;
        this.facts = facts;
        this.pulse = pulse;
        this.warmUp = warmUp;
        this.gates = gates;
        this.reconciler = reconciler;
        this.halting = halting;
    }

    void on(VenueEvent.MarketRead event) {
        var known = facts.knownMarket();
        if (known.isPresent() && !sameGrid(known.get(), event.market())) {
            // Ticks and steps mean something else now: nothing of before can be compared with after.
            halting.halt(Words.say("engine.halt.grid"), true);
            return;
        }
        var now = clock.instant();
        facts.market(event.market(), event.fees(), now);
        pulse.market(event.market());
        if (known.isEmpty()) {
            reconciler.readAll();
            warmUp.begin(now);
        }
    }

    private static boolean sameGrid(Market before, Market after) {
        return before.tickSize().compareTo(after.tickSize()) == 0
                && before.stepSize().compareTo(after.stepSize()) == 0;
    }

    void on(VenueEvent.StreamUp event) {
        facts.up(event.stream(), clock.instant());
        if (event.stream() == Stream.PRIVATE && facts.hasMarket()) {
            reconciler.readAll();
        }
    }

    void on(VenueEvent.StreamDown event) {
        var now = clock.instant();
        var news = facts.down(event.stream(), now, event.reason());
        if (event.stream() == Stream.PRIVATE) {
            // Anything may happen unseen now: quoting needs a fresh comparison.
            gates.compared(Instant.MIN);
        }
        if (news) {
            diary.alert(now, Severity.WARN, Gates.down(event.stream(), event.reason()));
        }
    }

    void on(VenueEvent.CandlesRead event) {
        warmUp.read(event);
    }

    void on(VenueEvent.HealthChanged event) {
        facts.health(event.health());
    }
}
