package makerdeck.engine.books;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.MarketData;
import makerdeck.message.Message;
import makerdeck.venue.Venue;
import makerdeck.venue.VenueEvent;

/**
 * Has the profit bear fees that were taken in third assets, as soon as the venue says what one of such an asset is
 * worth. Asks once a minute at most, and only while there are such fees; for an asset without a market once an hour.
 *
 * <p>Engine thread only.
 */
public final class FeeConverter {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration UNPRICED_EVERY = Duration.ofHours(1);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private final Clock clock;
    private final Venue venue;
    private final MarketData market;
    private final Ledger ledger;
    private final JournalWriter journal;
    private final EventLog log;
    private final Map<String, Instant> due = new TreeMap<>();
    /** Told once for each asset; the journal has every conversion. */
    private final Set<String> told = new HashSet<>();

    private Instant lookDue = Instant.MIN;

    public FeeConverter(
            Clock clock, Venue venue, MarketData market, Ledger ledger, JournalWriter journal, EventLog log) {
        this.clock = clock;
        this.venue = venue;
        this.market = market;
        this.ledger = ledger;
        this.journal = journal;
        this.log = log;
    }

    public void tick(Instant now) {
        if (now.isBefore(lookDue) || !market.isKnown()) {
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

    public void on(VenueEvent.PriceRead event) {
        var asset = event.asset();
        var price = event.price();
        var amount = ledger.feesApart().amounts().get(asset);
        if (price == null) {
            due.put(asset, event.at().plus(UNPRICED_EVERY));
        } else if (amount != null) {
            ledger.convert(asset, amount, price);
            journal.converted(clock.instant(), asset, amount, price);
            if (told.add(asset)) {
                var quote = market.rules().quote();
                log.info(clock.instant(), Message.of("engine.fee.converted", asset, price.toPlainString(), quote));
            }
        }
    }
}
