package makerdeck.console.pane;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Mode;

/**
 * The first row of the screen: whose money, which market, what the desk does, how old it all is. What does not fit is
 * left out from the right; mode, symbol, state and ages always stay.
 */
final class StatusRow implements Pane {

    private static final int MUST_STAY = 3;
    private static final String GAP = "  ";
    private static final String MARKET_DATA = "console.status.market-data";
    private static final String ENGINE = "console.status.engine";

    /** Words that stay together, each in its role. */
    private record Part(List<Piece> pieces) {
        int width() {
            return pieces.stream().mapToInt(piece -> Widths.of(piece.text())).sum();
        }
    }

    private record Piece(Role role, String text) {}

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        boolean tight = reasonRoom(area, view) < -GAP.length();
        var parts = tight ? tight(view, area.width()) : parts(view, reasonRoom(area, view));
        var strip = canvas.strip(area, 0, Role.STATUS);
        var mode = view.desk().mode();
        strip.put(modeRole(mode), " " + mode + " ").put(Role.STATUS, tight ? "" : " ");
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (i >= MUST_STAY && strip.room() < part.width() + GAP.length()) {
                break;
            }
            if (i > 0) {
                strip.put(Role.STATUS, i == 1 || tight ? " " : GAP);
            }
            part.pieces().forEach(piece -> strip.put(piece.role(), piece.text()));
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

    private static List<Part> parts(View view, int reasonRoom) {
        var desk = view.desk();
        var parts = new ArrayList<Part>();
        parts.add(part(Role.STATUS, desk.symbol()));
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
            parts.add(part(
                    Role.STATUS, view.say("console.status.left", Figures.span(Duration.between(view.now(), endsAt)))));
        } else if (endsAt == null && !desk.duration().isZero()) {
            parts.add(part(Role.STATUS, view.say("console.status.left-later", Figures.span(desk.duration()))));
        }
        return parts;
    }

    /** What must stay, in fewer columns: marks for words, and the state gives way first. */
    private static List<Part> tight(View view, int width) {
        var desk = view.desk();
        var bookAge = view.bookAge();
        var mark =
                switch (view.bookTrust()) {
                    case FRESH -> "";
                    case LAG -> "!";
                    case STALE, DOWN -> "!!";
                };
        var ages = new Part(List.of(
                new Piece(Role.STATUS_LABEL, label(view, MARKET_DATA)),
                new Piece(
                        mark.isEmpty() ? Role.FRESH : Role.STALE,
                        (bookAge == null ? "-" : Figures.age(bookAge)) + mark),
                new Piece(Role.STATUS_LABEL, " " + label(view, ENGINE)),
                new Piece(
                        view.engineIsLate() ? Role.STALE : Role.FRESH,
                        Figures.age(view.engineAge()) + (view.engineIsLate() ? "!!" : ""))));
        var symbol = part(Role.STATUS, desk.symbol());
        int room = width - Widths.of(desk.mode().name()) - 2 - symbol.width() - ages.width() - 2;
        var text = Widths.cut(DeskPainter.word(desk.state(), view.speech()), Math.max(4, room));
        return List.of(symbol, part(stateRole(desk.state()), text), ages);
    }

    private static Part labelled(View view, String key, Role role, String text) {
        return new Part(List.of(new Piece(Role.STATUS_LABEL, label(view, key)), new Piece(role, text)));
    }

    private static Part part(Role role, String text) {
        return new Part(List.of(new Piece(role, text)));
    }

    private static Part state(View view, int reasonRoom) {
        var desk = view.desk();
        var text = " " + DeskPainter.word(desk.state(), view.speech()) + " ";
        var reason = cut(view.speech().say(desk.reason()), reasonRoom);
        var role = stateRole(desk.state());
        return reason.isEmpty()
                ? part(role, text)
                : new Part(List.of(new Piece(role, text), new Piece(Role.STATUS, " " + reason)));
    }

    static Role stateRole(DeskState state) {
        return switch (state) {
            case QUOTING -> Role.STATE_QUOTING;
            case STARTING, UNQUOTED, PAUSED, REDUCE, REBALANCING, FINISHED, STOPPING, STOPPED -> Role.STATE_WAITING;
            case HALTED, DOWN -> Role.STATE_STOPPED;
        };
    }

    private static Part ages(View view) {
        var age = view.bookAge();
        var text = age == null ? "-" : Figures.age(age);
        var book =
                switch (view.bookTrust()) {
                    case FRESH -> new Piece(Role.FRESH, text);
                    case LAG -> new Piece(Role.LATE, text + " " + view.say("console.trust.lag"));
                    case STALE -> new Piece(Role.STALE, text + " " + view.say("console.trust.stale"));
                    case DOWN -> new Piece(Role.STALE, text + " " + view.say("console.trust.down"));
                };
        var engine = Figures.age(view.engineAge());
        return new Part(List.of(
                new Piece(Role.STATUS_LABEL, label(view, MARKET_DATA)),
                book,
                new Piece(Role.STATUS_LABEL, " " + label(view, ENGINE)),
                view.engineIsLate()
                        ? new Piece(Role.STALE, engine + " " + view.say("console.trust.late"))
                        : new Piece(Role.FRESH, engine)));
    }

    /** What the reason may take so that the ages still fit. */
    private static int reasonRoom(Area area, View view) {
        var desk = view.desk();
        int taken = Widths.of(desk.mode().name()) + 3;
        for (var part : List.of(
                part(Role.STATUS, desk.symbol()),
                part(Role.STATUS, " " + DeskPainter.word(desk.state(), view.speech()) + " "))) {
            taken += part.width() + 1;
        }
        return area.width() - taken - ages(view).width() - GAP.length() - 1;
    }

    /** The first minute is not worth a change every second. */
    private static String uptime(Duration up) {
        return up.toMinutes() < 1 ? "<1m" : Figures.span(up);
    }

    private static String cut(String text, int room) {
        if (room < 6 || text.isEmpty()) {
            return "";
        }
        return Widths.of(text) <= room ? text : Widths.cut(text, room - 1).strip() + "~";
    }

    private static String millis(Duration roundTrip) {
        long micros = roundTrip.toNanos() / 1000;
        return micros < 1000 ? "<1ms" : micros / 1000 + "ms";
    }
}
