package makerdeck.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import makerdeck.domain.ClientId;
import makerdeck.domain.Market;
import makerdeck.domain.OrderStatus;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.Live;
import makerdeck.strategy.Touch;
import makerdeck.venue.Refusal;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;

/**
 * Hands every event of the venue to the part it concerns. Decides nothing about quotes.
 *
 * <p>Engine thread only.
 */
final class VenueDesk implements VenueEvent.Listener {

    private final Parts parts;
    private final Core core;
    private final Halting halting;
    private final BalanceCheck balances;
    private final Setbacks setbacks;
    private Optional<Touch> touch = Optional.empty();
    private boolean touchMoved;
    private final Set<Long> otherDesks = new HashSet<>();

    VenueDesk(Parts parts, Halting halting) {
        this.parts = parts;
        core = parts.core();
        this.halting = halting;
        balances = new BalanceCheck(core, parts.reconciler(), parts.gates(), parts.interest(), halting);
        setbacks = new Setbacks(parts, halting);
    }

    @Override
    public void on(VenueEvent.MarketRead event) {
        var known = core.facts().knownMarket();
        if (known.isPresent() && !sameGrid(known.get(), event.market())) {
            // Ticks and steps mean something else now: nothing of before can be compared with after.
            halting.halt(Words.say("engine.halt.grid"), true);
            return;
        }
        core.facts().market(event.market(), event.fees(), core.now());
        parts.pulse().market(event.market());
        if (known.isEmpty()) {
            parts.reconciler().readAll();
            parts.warmUp().begin(core.now());
        }
    }

    @Override
    public void on(VenueEvent.LendingRead event) {
        core.facts().lends(event.on());
    }

    private static boolean sameGrid(Market before, Market after) {
        return before.tickSize().compareTo(after.tickSize()) == 0
                && before.stepSize().compareTo(after.stepSize()) == 0;
    }

    @Override
    public void on(VenueEvent.StreamUp event) {
        core.facts().up(event.stream(), core.now());
        if (event.stream() == Stream.PRIVATE && core.facts().hasMarket()) {
            parts.reconciler().readAll();
        }
    }

    @Override
    public void on(VenueEvent.StreamDown event) {
        var news = core.facts().down(event.stream(), core.now(), event.reason());
        if (event.stream() == Stream.PRIVATE) {
            // Anything may happen unseen now: quoting needs a fresh comparison.
            parts.gates().compared(Instant.MIN);
        }
        if (news) {
            core.diary().alert(core.now(), Severity.WARN, Gates.down(event.stream(), event.reason()));
        }
    }

    @Override
    public void on(VenueEvent.BookMoved event) {
        var lost = !core.facts().bookLost().isEmpty();
        core.facts().book(event.book(), event.at());
        var before = touch;
        touch = touch(event.at());
        touchMoved = lost || !touch.equals(before);
        if (touchMoved) {
            touch.ifPresent(best ->
                    parts.pulse().moved(event.at(), best.mid(core.facts().market())));
        }
    }

    /** The best prices that count are everybody else's. */
    private Optional<Touch> touch(Instant at) {
        if (!core.facts().hasMarket()) {
            return Optional.empty();
        }
        var own = new ArrayList<Live>();
        core.tracker().live().forEach(order -> own.add(order.live(at)));
        return Touch.of(core.tracker().withoutDeparted(core.facts().book(), at), own);
    }

    /** Whether an event of this kind may have changed what we want to quote; the rest waits for the next tick. */
    boolean concernsQuotes(VenueEvent event) {
        if (event instanceof VenueEvent.BookMoved) {
            return touchMoved;
        }
        return !(event instanceof VenueEvent.Traded
                || event instanceof VenueEvent.HealthChanged
                || event instanceof VenueEvent.BalanceMoved);
    }

    @Override
    public void on(VenueEvent.BookLost event) {
        core.facts().bookLost(event.reason());
        core.diary().warn(core.now(), Words.say("engine.gate.book-lost", event.reason()));
    }

    @Override
    public void on(VenueEvent.Traded event) {
        core.facts().trade(event.trade(), event.at());
    }

    @Override
    public void on(VenueEvent.OrderChanged event) {
        var id = event.order().clientId();
        if (event.order().status() == OrderStatus.UNCLEAR) {
            parts.reconciler().riddle(event.order(), String.valueOf(event.reason()));
        }
        if (id == null || !core.ids().isOurs(id)) {
            parts.reconciler().external(event.order());
            watchOtherDesks();
            return;
        }
        var reason = event.reason();
        var known = core.tracker().find(id);
        if (known.isPresent()) {
            core.tracker().seen(known.get(), event.order(), event.at(), core.now(), reason == null ? "" : reason);
            if (reason != null && isPostOnly(reason)) {
                setbacks.refused(known.get(), Refusal.POST_ONLY_WOULD_TAKE, Words.say("engine.refused.post-only"));
            } else if (reason != null && Lending.isRefusal(reason)) {
                setbacks.refused(known.get(), Refusal.LENT_OUT, reason);
            }
        } else if (event.order().status().isOpen()) {
            core.tracker()
                    .adopt(
                            event.order(),
                            id,
                            parts.bookings().booked(event.order()),
                            core.facts().market(),
                            core.now());
            core.diary().alert(core.now(), Severity.WARN, Words.say("engine.leftover"));
        }
        parts.desk().sweep();
    }

    /** The venue spells its reasons in more than one way. */
    private static boolean isPostOnly(String reason) {
        return reason.replace("_", "").equalsIgnoreCase("PostOnlyTaker");
    }

    @Override
    public void on(VenueEvent.Filled event) {
        parts.bookings().book(event.fill(), event.cumulative());
    }

    @Override
    public void on(VenueEvent.BalanceMoved event) {
        balances.moved(event);
    }

    /** All of an answer is taken in before anything is done about a part of it. */
    @Override
    public void on(VenueEvent.PlaceAnswered event) {
        var refused = new ArrayList<VenueEvent.PlaceRefused>();
        for (var each : event.orders()) {
            if (each instanceof VenueEvent.PlaceRefused no) {
                refused.add(no);
            } else {
                each.deliverTo(this);
            }
        }
        refused.forEach(
                no -> find(no.clientId()).ifPresent(order -> core.tracker().on(no, order, core.now())));
        refused.forEach(
                no -> find(no.clientId()).ifPresent(order -> setbacks.refused(order, no.refusal(), no.message())));
    }

    @Override
    public void on(VenueEvent.PlaceRefused event) {
        on(new VenueEvent.PlaceAnswered(event.at(), List.of(event)));
    }

    @Override
    public void on(VenueEvent.PlaceUnknown event) {
        find(event.clientId()).ifPresent(order -> core.tracker().on(event, order, core.now()));
    }

    @Override
    public void on(VenueEvent.CancelRefused event) {
        find(event.clientId()).ifPresent(order -> {
            core.tracker().on(event, order, core.now());
            setbacks.cancelRefused(order, event);
        });
    }

    @Override
    public void on(VenueEvent.CancelUnknown event) {
        find(event.clientId()).ifPresent(order -> core.tracker().on(event, order, core.now()));
    }

    @Override
    public void on(VenueEvent.OpenOrdersRead event) {
        parts.reconciler().on(event);
        watchOtherDesks();
    }

    /** Two desks on one account would trade against each other's inventory: each sight of a new one halts, once. */
    private void watchOtherDesks() {
        if (core.ids().isWatching()) {
            return;
        }
        for (var order : core.externals().open()) {
            var id = order.clientId();
            var tag = id == null ? 0 : core.ids().foreignTag(id);
            if (tag != 0 && !parts.status().isHalted() && otherDesks.add(tag)) {
                halting.halt(Words.say("engine.halt.other-desk", tag), true);
            }
        }
    }

    @Override
    public void on(VenueEvent.OrderRead event) {
        parts.evidence().on(event);
        parts.bookings().doubts().on(event);
        setbacks.lookedUp(event);
        parts.desk().sweep();
    }

    @Override
    public void on(VenueEvent.HistoryRead event) {
        parts.evidence().on(event);
        parts.bookings().doubts().on(event);
    }

    @Override
    public void on(VenueEvent.OrdersLookedUp event) {
        parts.bookings().on(event);
    }

    @Override
    public void on(VenueEvent.BalancesRead event) {
        parts.reconciler().balancesAnswered();
        parts.lending().read(event.balances());
        if (balances.read(event)) {
            parts.reconciler().readBalancesSoon();
        }
        parts.rebalance().checked(parts.status().mayRebalance());
    }

    @Override
    public void on(VenueEvent.FillsRead event) {
        parts.reconciler().on(event);
        for (var odd : event.odd()) {
            if (core.riddles().isNews(odd)) {
                core.diary().alert(core.now(), Severity.WARN, Words.say("engine.fill.unreadable", odd));
            }
        }
        if (event.odd().isEmpty()) {
            parts.evidence().fillsRead();
        }
    }

    @Override
    public void on(VenueEvent.InterestRead event) {
        parts.interest().on(event);
    }

    @Override
    public void on(VenueEvent.CandlesRead event) {
        parts.warmUp().read(event);
    }

    @Override
    public void on(VenueEvent.ReadFailed event) {
        core.diary().alert(core.now(), Severity.WARN, Words.say("engine.could-not-read", event.what(), event.reason()));
        setbacks.lockedOut(event.refusal(), event.reason());
    }

    @Override
    public void on(VenueEvent.HealthChanged event) {
        core.facts().health(event.health());
    }

    @Override
    public void on(VenueEvent.Unusable event) {
        setbacks.halt(event.reason());
    }

    private Optional<OwnOrder> find(ClientId id) {
        return core.tracker().find(id);
    }
}
