package makerdeck.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;

/**
 * Has the profit bear fees that were taken in third assets, as soon as the venue says what one of such an asset is
 * worth. Asks once a minute at most, and only while there are such fees; for an asset without a market once an hour.
 *
 * <p>Engine thread only.
 */
final class FeeConverter {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration UNPRICED_EVERY = Duration.ofHours(1);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private final Clock clock;
    private final Venue venue;
    private final Facts facts;
    private final Ledger ledger;
    private final Scribe scribe;
    private final Diary diary;
    private final Map<String, Instant> due = new TreeMap<>();
    /** Told once for each asset; the journal has every conversion. */
    private final Set<String> told = new HashSet<>();

    private Instant lookDue = Instant.MIN;

    FeeConverter(Clock clock, Venue venue, Facts facts, Ledger ledger, Scribe scribe, Diary diary) {
        this.clock = clock;
        this.venue = venue;
        this.facts = facts;
        this.ledger = ledger;
        this.scribe = scribe;
        this.diary = diary;
    }

    void tick(Instant now) {
        if (now.isBefore(lookDue) || !facts.hasMarket()) {
            return;
        }
        lookDue = now.plus(LOOKS_EVERY);
        var apart = ledger.feesApart().amounts().keySet();
        apart.stream()
                .min((one, other) -> dueOf(one).compareTo(dueOf(other)))
                .filter(asset -> !now.isBefore(dueOf(asset)))
                .ifPresent(asset -> {
                    due.put(asset, now.plus(EVERY));
                    lookDue = now.plus(EVERY);
                    venue.readPrice(asset);
                });
    }

    private Instant dueOf(String asset) {
        return due.getOrDefault(asset, Instant.MIN);
    }

    void on(VenueEvent.PriceRead event) {
        var asset = event.asset();
        var price = event.price();
        var amount = ledger.feesApart().amounts().get(asset);
        if (price == null) {
            due.put(asset, event.at().plus(UNPRICED_EVERY));
        } else if (amount != null) {
            ledger.convert(asset, amount, price);
            scribe.converted(clock.instant(), asset, amount, price);
            if (told.add(asset)) {
                var quote = facts.market().quote();
                diary.info(clock.instant(), Words.say("engine.fee.converted", asset, price.toPlainString(), quote));
            }
        }
    }
}
