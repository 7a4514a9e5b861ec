package makerdeck.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.snapshot.Severity;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;

/**
 * What the venue's refusals lead to: a side that waits, a reading, or a halt that tells the operator
 * what may rest.
 *
 * <p>Engine thread only.
 */
final class Setbacks {

    private static final int CANCELS_REFUSED = 3;

    /** A question whether an order rests, and the refusal it is about. */
    private record Lookup(Instant at, String message) {}

    private final Parts parts;
    private final Core core;
    private final Halting halting;
    private final Map<ClientId, Lookup> lookups = new HashMap<>();

    Setbacks(Parts parts, Halting halting) {
        this.parts = parts;
        core = parts.core();
        this.halting = halting;
    }

    /** An order was not taken. */
    void refused(OwnOrder order, Refusal why, String message) {
        if (lockedOut(why, message)) {
            return;
        }
        if (why == Refusal.INSUFFICIENT_FUNDS) {
            parts.reconciler().readBalances();
        }
        if (order.role == Role.REBALANCE) {
            return;
        }
        if (why == Refusal.PRICE_BAND && parts.quoting().far().refused(order, message, core.now())) {
            return;
        }
        if (why == Refusal.LENT_OUT || (why == Refusal.INSUFFICIENT_FUNDS && order.terms.redeemsLent())) {
            parts.lending().refused(order.side(), message, core.now());
            return;
        }
        for (var side : Side.values()) {
            if (isOfTheVenue(why) || side == order.side()) {
                parts.guard(side).refused(why, message, core.now()).ifPresent(line -> core.diary()
                        .alert(core.now(), Severity.WARN, line));
            }
        }
    }

    /** It says nothing about the order: the other side would not fare better. */
    private static boolean isOfTheVenue(Refusal why) {
        return switch (why) {
            case LATE, KEY_IN_DOUBT, RATE_LIMIT, BANNED, VENUE_CLOSED, NOT_THE_VENUE, NOT_SENT -> true;
            case POST_ONLY_WOULD_TAKE, INSUFFICIENT_FUNDS, LENT_OUT, PRICE_BAND, INVALID_ORDER, AUTHENTICATION, OTHER ->
                false;
        };
    }

    /** An order could not be cancelled. Before that stops the desk, the venue is asked whether the order rests at all. */
    void cancelRefused(OwnOrder order, VenueEvent.CancelRefused event) {
        var counts = !event.notOpen() && !lockedOut(event.refusal(), event.message());
        if (counts && !isOfTheVenue(event.refusal()) && order.cancelsRefused >= CANCELS_REFUSED) {
            lookups.keySet()
                    .removeIf(id ->
                            core.tracker().find(id).filter(OwnOrder::isLive).isEmpty());
            lookups.put(order.clientId(), new Lookup(core.now(), event.message()));
            core.venue().readOrder(order.clientId());
        }
    }

    /** What the venue shows of an order that it would not cancel: one that rests halts the desk, one that is gone is sought. */
    void lookedUp(VenueEvent.OrderRead event) {
        var lookup = lookups.get(event.clientId());
        if (lookup == null || event.asked().isBefore(lookup.at())) {
            return;
        }
        lookups.remove(event.clientId());
        core.tracker().find(event.clientId()).filter(OwnOrder::isLive).ifPresent(order -> {
            if (event.order().isEmpty()) {
                core.tracker().missing(order, core.now());
            } else if (event.order().get().status().isOpen()) {
                halting.halt(
                        Words.say("engine.halt.cancels-refused", order.tag(), order.cancelsRefused, lookup.message()),
                        true);
            }
        });
    }

    /** The venue takes nothing of us, not even cancels: true, and the desk halts. */
    boolean lockedOut(Refusal why, String message) {
        if (why == Refusal.AUTHENTICATION) {
            halt(Words.say("engine.halt.key", message));
            return true;
        }
        if (why == Refusal.LATE) {
            parts.restraint().doubted(Words.say("engine.restraint.late", message), core.now());
        } else if (why == Refusal.KEY_IN_DOUBT) {
            parts.restraint().doubted(Words.say("engine.restraint.key", message), core.now());
        }
        if (why == Refusal.BANNED && !core.tracker().live().isEmpty()) {
            halt(message);
        }
        return why == Refusal.BANNED && parts.status().isHalted();
    }

    /** Stops and tells what may rest: the venue lets us do nothing about it. */
    void halt(String reason) {
        if (parts.status().isHalted()) {
            return;
        }
        var resting = Resting.of(core.ids(), core.facts(), core.tracker(), core.riddles());
        halting.halt(reason, true);
        if (!resting.lines().isEmpty()) {
            core.diary()
                    .alert(
                            core.now(),
                            Severity.CRITICAL,
                            Words.say("engine.resting.alarm", Texts.sequence(resting.lines()), resting.advice()));
        }
    }
}
