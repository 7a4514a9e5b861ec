package makerdeck.console.pane;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Cut;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Phrase;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Mode;

/**
 * The first row of the screen: whose money, which market, what the desk does, how old it all is. What does not fit is
 * left out from the right; mode, symbol, state and ages always stay.
 */
final class StatusRow implements Pane {

    /** Columns of a name or a word in a row that is too short for all of it. */
    private static final int LEAST = 4;

    private static final String GAP = "  ";
    private static final String MARKET_DATA = "console.status.market-data";
    private static final String ENGINE = "console.status.engine";

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        boolean tight = reasonRoom(area, view) < -GAP.length();
        var parts = tight ? tight(view, area.width()) : parts(view, reasonRoom(area, view));
        var strip = canvas.strip(area, 0, Role.STATUS);
        var mode = view.desk().mode();
        strip.put(modeRole(mode), " " + mode + " ").put(Role.STATUS, tight ? "" : " ");
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var gap = i == 0 ? "" : i == 1 || tight ? " " : GAP;
            if (strip.room() < part.width() + gap.length()) {
                break;
            }
            strip.put(Role.STATUS, gap).put(part);
        }
        strip.end();
    }

    private static String label(View view, String key) {
        return view.say(key) + " ";
    }

    static Role modeRole(Mode mode) {
        return switch (mode) {
            case SIM, REPLAY -> Role.MODE_SIM;
            case PAPER -> Role.MODE_PAPER;
            case LIVE -> Role.MODE_LIVE;
        };
    }

    /** Marked when it is without fees that nothing here prices. */
    private static String profit(View view) {
        var desk = view.desk();
        var pnl = desk.totals().pnl();
        var market = desk.market();
        var text = Figures.signed(pnl, market == null ? 2 : market.decimals(pnl, 2));
        var apart = desk.totals().feesApartText();
        return apart.isEmpty() ? text : view.say("console.status.profit-without", text, apart);
    }

    private static List<Phrase> parts(View view, int reasonRoom) {
        var desk = view.desk();
        var parts = new ArrayList<Phrase>();
        parts.add(Phrase.of(Role.STATUS, desk.symbol()));
        parts.add(state(view, reasonRoom));
        parts.add(ages(view));
        var roundTrip = desk.health().roundTrip();
        if (roundTrip != null) {
            parts.add(labelled(view, "console.status.round-trip", Role.STATUS, millis(roundTrip)));
        }
        var pnl = desk.totals().pnl();
        var pnlRole = pnl.signum() == 0 ? Role.STATUS : pnl.signum() > 0 ? Role.PNL_PROFIT : Role.PNL_LOSS;
        parts.add(labelled(view, "console.status.profit", pnlRole, profit(view)));
        parts.add(labelled(
                view, "console.status.up", Role.STATUS, uptime(Duration.between(desk.startedAt(), view.now()))));
        var endsAt = desk.endsAt();
        if (endsAt != null && view.now().isBefore(endsAt)) {
            parts.add(Phrase.of(
                    Role.STATUS, view.say("console.status.left", Figures.span(Duration.between(view.now(), endsAt)))));
        } else if (endsAt == null && !desk.duration().isZero()) {
            parts.add(Phrase.of(Role.STATUS, view.say("console.status.left-later", Figures.span(desk.duration()))));
        }
        return parts;
    }

    /** What must stay, in fewer columns: marks for words, and the symbol gives way first, then the state. */
    private static List<Phrase> tight(View view, int width) {
        var desk = view.desk();
        var bookAge = view.bookAge();
        var mark =
                switch (view.bookTrust()) {
                    case FRESH -> "";
                    case LAG -> "!";
                    case STALE, DOWN -> "!!";
                };
        var ages = Phrase.of(Role.STATUS_LABEL, label(view, MARKET_DATA))
                .and(mark.isEmpty() ? Role.FRESH : Role.STALE, (bookAge == null ? "-" : Figures.age(bookAge)) + mark)
                .and(Role.STATUS_LABEL, " " + label(view, ENGINE))
                .and(
                        view.engineIsLate() ? Role.STALE : Role.FRESH,
                        Figures.age(view.engineAge()) + (view.engineIsLate() ? "!!" : ""));
        int room = width - Widths.of(desk.mode().name()) - 2 - ages.width() - 2;
        var state = DeskPainter.word(desk.state(), view.speech());
        // What the desk does is read more often than which market that is.
        var symbol = Cut.name(desk.symbol(), Math.max(LEAST, room - Widths.of(state)));
        var word = Cut.name(state, Math.max(LEAST, room - Widths.of(symbol)));
        return List.of(Phrase.of(Role.STATUS, symbol), Phrase.of(stateRole(desk.state()), word), ages);
    }

    private static Phrase labelled(View view, String key, Role role, String text) {
        return Phrase.of(Role.STATUS_LABEL, label(view, key)).and(role, text);
    }

    private static Phrase state(View view, int reasonRoom) {
        var desk = view.desk();
        var text = " " + DeskPainter.word(desk.state(), view.speech()) + " ";
        var reason = cut(view.speech().say(desk.reason()), reasonRoom);
        var role = stateRole(desk.state());
        var state = Phrase.of(role, text);
        return reason.isEmpty() ? state : state.and(Role.STATUS, " " + reason);
    }

    static Role stateRole(DeskState state) {
        return switch (state) {
            case QUOTING -> Role.STATE_QUOTING;
            case STARTING, UNQUOTED, PAUSED, REDUCE, REBALANCING, FINISHED, STOPPING, STOPPED -> Role.STATE_WAITING;
            case HALTED, DOWN -> Role.STATE_STOPPED;
        };
    }

    private static Phrase ages(View view) {
        var age = view.bookAge();
        var text = age == null ? "-" : Figures.age(age);
        var book = Phrase.of(Role.STATUS_LABEL, label(view, MARKET_DATA))
                .and(
                        switch (view.bookTrust()) {
                            case FRESH -> Role.FRESH;
                            case LAG -> Role.LATE;
                            case STALE, DOWN -> Role.STALE;
                        },
                        switch (view.bookTrust()) {
                            case FRESH -> text;
                            case LAG -> text + " " + view.say("console.trust.lag");
                            case STALE -> text + " " + view.say("console.trust.stale");
                            case DOWN -> text + " " + view.say("console.trust.down");
                        });
        var engine = Figures.age(view.engineAge());
        boolean late = view.engineIsLate();
        return book.and(Role.STATUS_LABEL, " " + label(view, ENGINE))
                .and(late ? Role.STALE : Role.FRESH, late ? engine + " " + view.say("console.trust.late") : engine);
    }

    /** What the reason may take so that the ages still fit. */
    private static int reasonRoom(Area area, View view) {
        var desk = view.desk();
        int taken = Widths.of(desk.mode().name()) + 3;
        for (var part : List.of(
                Phrase.of(Role.STATUS, desk.symbol()),
                Phrase.of(Role.STATUS, " " + DeskPainter.word(desk.state(), view.speech()) + " "))) {
            taken += part.width() + 1;
        }
        return area.width() - taken - ages(view).width() - GAP.length() - 1;
    }

    /** The first minute is not worth a change every second. */
    private static String uptime(Duration up) {
        return up.toMinutes() < 1 ? "<1m" : Figures.span(up);
    }

    private static String cut(String text, int room) {
        return room < 6 ? "" : Cut.to(text, room);
    }

    private static String millis(Duration roundTrip) {
        long micros = roundTrip.toNanos() / 1000;
        return micros < 1000 ? "<1ms" : micros / 1000 + "ms";
    }
}
