package makerdeck.console.pane;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import makerdeck.console.pane.widget.Cut;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Phrase;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.snapshot.Earnings;
import org.jspecify.annotations.Nullable;

/**
 * What the status row shows besides what must stay, as far as there is room: why the state is what it is, equity, profit
 * and where it came from first; then how long it will go on, the time, and what else there is. UI thread only.
 */
final class StatusParts {

    private static final int GAP = 2;
    /** Columns that a reason keeps beside the equity. */
    private static final int REASON = 32;

    private static final int SHORTEST = 6;

    /** While the desk runs the books are valued every minute. */
    private static final Duration NEARLY_MIDNIGHT = Duration.ofMinutes(10);

    private final View view;
    private int room;
    private Phrase reason = Phrase.NONE;
    private Phrase equity = Phrase.NONE;
    private Phrase profit = Phrase.NONE;
    private Phrase holding = Phrase.NONE;
    private final List<Phrase> others = new ArrayList<>();

    private StatusParts(View view, int room) {
        this.view = view;
        this.room = room;
    }

    static Inputs inputs(View view) {
        var desk = view.desk();
        return Inputs.of(
                desk.earnings(),
                desk.inventory(),
                desk.totals(),
                profitLabel(view),
                desk.health().roundTrip(),
                left(view),
                recording(view),
                clock(view),
                uptime(view));
    }

    /** For so many columns. */
    static StatusParts of(View view, int room) {
        var parts = new StatusParts(view, room);
        parts.choose();
        return parts;
    }

    /** Equity and profit alone, for a row of their own: what the first row has no room for; empty when it has. */
    static List<Phrase> apart(View view, int width) {
        if (width >= StatusRow.WITH_EQUITY) {
            return List.of();
        }
        var parts = new StatusParts(view, width);
        var earnings = view.desk().earnings();
        var equity = parts.first(parts.equities());
        var profit = parts.first(List.of(parts.profit(earnings == null ? null : earnings.today())));
        return equity.isEmpty() ? List.of() : List.of(equity, profit);
    }

    List<Phrase> inOrder(Phrase symbol, Phrase state, Phrase ages) {
        var all = new ArrayList<>(List.of(symbol, reason.isEmpty() ? state : state.and(reason)));
        for (var part : List.of(equity, profit, holding, ages)) {
            if (!part.isEmpty()) {
                all.add(part);
            }
        }
        all.addAll(others);
        return all;
    }

    private void choose() {
        var desk = view.desk();
        var why = view.speech().say(desk.reason());
        int kept = why.isEmpty() ? 0 : Math.min(Widths.of(why) + 1, REASON);
        room -= kept;
        equity = first(equities());
        room += kept;
        if (!why.isEmpty() && room > SHORTEST) {
            reason = Phrase.of(Role.STATUS, " " + Cut.to(why, room - 1));
            room -= reason.width();
        }
        var earnings = desk.earnings();
        var today = earnings == null ? null : earnings.today();
        profit = first(List.of(profit(today)));
        var left = left(view);
        if (!left.isEmpty()) {
            others.add(first(List.of(left)));
        }
        if (today != null && !profit.isEmpty()) {
            room += profit.width();
            var whole = profit.and(parts(today));
            profit = whole.width() <= room ? whole : profit;
            room -= profit.width();
            holding = first(List.of(
                    labelled("console.status.holding", earned(today.againstHolding()), money(today.againstHolding()))));
        }
        others.add(first(List.of(recording(view))));
        others.add(first(List.of(Phrase.of(Role.STATUS, clock(view)))));
        var roundTrip = desk.health().roundTrip();
        if (roundTrip != null) {
            others.add(first(List.of(labelled("console.status.round-trip", Role.STATUS, millis(roundTrip)))));
        }
        others.add(first(List.of(labelled("console.status.up", Role.STATUS, uptime(view)))));
        others.removeIf(Phrase::isEmpty);
    }

    /** The first for which there is room, which it then takes. */
    private Phrase first(List<Phrase> longestFirst) {
        for (var phrase : longestFirst) {
            if (!phrase.isEmpty() && phrase.width() + GAP <= room) {
                room -= phrase.width() + GAP;
                return phrase;
            }
        }
        return Phrase.NONE;
    }

    private List<Phrase> equities() {
        var desk = view.desk();
        var earnings = desk.earnings();
        var inventory = desk.inventory();
        var value = earnings != null ? earnings.equity() : inventory == null ? null : inventory.total();
        if (value == null) {
            return List.of();
        }
        var market = desk.market();
        int usual = value.abs().compareTo(BigDecimal.valueOf(1000)) < 0 ? 2 : 1;
        int decimals = market == null ? usual : market.decimals(value, usual);
        var all = new ArrayList<>(
                List.of(labelled("console.status.equity", Role.EQUITY, Figures.grouped(value, decimals))));
        for (var text : Figures.shorter(value)) {
            all.add(labelled("console.status.equity", Role.EQUITY, text));
        }
        return all;
    }

    /**
     * Of today, or of the session as long as nobody knows today's; marked when fees are missing in it. None before there
     * is an account to tell it of.
     */
    private Phrase profit(Earnings.@Nullable Period today) {
        if (today == null && view.desk().inventory() == null) {
            return Phrase.NONE;
        }
        var totals = view.desk().totals();
        var value = today == null ? totals.pnl() : today.profit();
        var apart = totals.feesApartText();
        var text = apart.isEmpty() ? money(value) : view.say("console.status.profit-without", money(value), apart);
        return Phrase.of(Role.STATUS_LABEL, profitLabel(view) + " ").and(earned(value), text);
    }

    /** A desk that was down at midnight has last been valued before: the profit is since then, and no day's. */
    static String profitLabel(View view) {
        var earnings = view.desk().earnings();
        var today = earnings == null ? null : earnings.today();
        if (today == null) {
            return view.say("console.status.profit");
        }
        var midnight =
                view.now().atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        return today.since().isBefore(midnight.minus(NEARLY_MIDNIGHT))
                ? view.say(
                        "console.status.since",
                        today.since()
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .toString()
                                .substring(5))
                : view.say("console.status.today");
    }

    /** Where the profit came from; they add up to it. */
    private Phrase parts(Earnings.Period today) {
        var parts = today.parts();
        var rest = parts.rebalance().add(parts.interest());
        var fees = parts.fees().add(parts.converted()).negate();
        return Phrase.of(
                Role.STATUS_LABEL,
                " "
                        + (rest.signum() == 0
                                ? view.say(
                                        "console.status.parts",
                                        money(parts.captured()),
                                        money(parts.markToMarket()),
                                        money(fees))
                                : view.say(
                                        "console.status.parts-rest",
                                        money(parts.captured()),
                                        money(parts.markToMarket()),
                                        money(fees),
                                        money(rest))));
    }

    private String money(BigDecimal value) {
        var market = view.desk().market();
        return Figures.signed(value, market == null ? 2 : market.decimals(value, 2));
    }

    private static Role earned(BigDecimal value) {
        return value.signum() == 0 ? Role.STATUS : value.signum() > 0 ? Role.PNL_PROFIT : Role.PNL_LOSS;
    }

    private Phrase labelled(String key, Role role, String text) {
        return Phrase.of(Role.STATUS_LABEL, view.say(key) + " ").and(role, text);
    }

    /** That the market is recorded, or should be and is not. */
    private static Phrase recording(View view) {
        var recording = view.desk().health().recording();
        if (recording == null) {
            return Phrase.NONE;
        }
        boolean broken = recording.trouble() != null;
        return Phrase.of(
                broken ? Role.STALE : Role.STATUS_LABEL,
                view.say(broken ? "console.status.not-recording" : "console.status.recording"));
    }

    private static Phrase left(View view) {
        var desk = view.desk();
        var endsAt = desk.endsAt();
        if (endsAt != null && view.now().isBefore(endsAt)) {
            return Phrase.of(
                    Role.STATUS, view.say("console.status.left", Figures.span(Duration.between(view.now(), endsAt))));
        }
        return endsAt == null && !desk.duration().isZero()
                ? Phrase.of(Role.STATUS, view.say("console.status.left-later", Figures.span(desk.duration())))
                : Phrase.NONE;
    }

    /** The minute, and how far the operator's clock is from UTC. */
    private static String clock(View view) {
        var offset = view.zone().getRules().getOffset(view.now());
        var zone = offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId().replace(":00", "");
        return Figures.minute(view.now(), view.zone()) + " " + zone;
    }

    /** The first minute is not worth a change every second. */
    private static String uptime(View view) {
        var up = Duration.between(view.desk().startedAt(), view.now());
        return up.toMinutes() < 1 ? "<1m" : Figures.span(up);
    }

    private static String millis(Duration roundTrip) {
        long micros = roundTrip.toNanos() / 1000;
        return micros < 1000 ? "<1ms" : micros / 1000 + "ms";
    }
}
