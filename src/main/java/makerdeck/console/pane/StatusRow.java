package makerdeck.console.pane;

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
 * The first row of the screen: whose money, which market, what the desk does, what it is worth and has earned, how old it
 * all is. Mode, symbol, state and ages always stay.
 */
final class StatusRow implements Pane {

    /** Columns of a name or a word in a row that is too short for all of it. */
    private static final int LEAST = 4;

    /** Columns from which a usual first row has room for the equity. */
    static final int WITH_EQUITY = 60;

    private static final String GAP = "  ";
    private static final String MARKET_DATA = "console.status.market-data";
    private static final String ENGINE = "console.status.engine";

    @Override
    public Inputs inputs(Area area, View view) {
        var desk = view.desk();
        return Inputs.of(
                desk.mode(),
                desk.symbol(),
                desk.state(),
                view.recent().state(),
                desk.reason(),
                StatusParts.inputs(view),
                view.bookAgeText(),
                view.bookTrust(),
                Figures.age(view.engineAge()),
                view.engineIsLate());
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var desk = view.desk();
        int room = area.width() - Widths.of(desk.mode().name()) - 3;
        var symbol = Phrase.of(Role.STATUS, desk.symbol());
        var state = Phrase.of(stateRole(view), " " + DeskPainter.word(desk.state(), view.speech()) + " ");
        var ages = ages(view);
        int left = room - symbol.width() - 1 - state.width() - GAP.length() - ages.width();
        boolean tight = left < 0;
        var strip = canvas.strip(area, 0, Role.STATUS);
        strip.put(modeRole(desk.mode()), " " + desk.mode() + " ").put(Role.STATUS, tight ? "" : " ");
        var parts =
                tight ? tight(view, area.width()) : StatusParts.of(view, left).inOrder(symbol, state, ages);
        for (int i = 0; i < parts.size(); i++) {
            var gap = i == 0 ? "" : i == 1 || tight ? " " : GAP;
            if (strip.room() >= parts.get(i).width() + gap.length()) {
                strip.put(Role.STATUS, gap).put(parts.get(i));
            }
        }
        strip.end();
    }

    private static String label(View view, String key) {
        return view.say(key) + " ";
    }

    static Role modeRole(Mode mode) {
        return switch (mode) {
            case SIM, REPLAY -> Role.MODE_SIM;
            case PAPER, TEST -> Role.MODE_PAPER;
            case LIVE -> Role.MODE_LIVE;
        };
    }

    /** What must stay, in fewer columns: marks for words, and the symbol gives way first, then the state. */
    private static List<Phrase> tight(View view, int width) {
        var desk = view.desk();
        var trust = view.bookTrust();
        var bookAge = view.bookAge();
        boolean none = trust == View.Trust.DOWN && bookAge != null && bookAge.toMillis() < 1000;
        var mark =
                switch (trust) {
                    case FRESH -> "";
                    case LAG -> "!";
                    case STALE, DOWN -> "!!";
                };
        var ages = Phrase.of(Role.STATUS_LABEL, label(view, MARKET_DATA))
                .and(
                        mark.isEmpty() ? Role.FRESH : Role.STALE,
                        (bookAge == null || none ? "-" : Figures.age(bookAge)) + mark)
                .and(Role.STATUS_LABEL, " " + label(view, ENGINE))
                .and(
                        view.engineIsLate() ? Role.STALE : Role.FRESH,
                        Figures.age(view.engineAge()) + (view.engineIsLate() ? "!!" : ""));
        int room = width - Widths.of(desk.mode().name()) - 2 - ages.width() - 2;
        var state = DeskPainter.word(desk.state(), view.speech());
        // What the desk does is read more often than which market that is.
        var symbol = Cut.name(desk.symbol(), Math.max(LEAST, room - Widths.of(state)));
        var word = Cut.name(state, Math.max(LEAST, room - Widths.of(symbol)));
        return List.of(Phrase.of(Role.STATUS, symbol), Phrase.of(stateRole(view), word), ages);
    }

    private static Role stateRole(View view) {
        return view.recent().state() ? Role.FLASH : stateRole(view.desk().state());
    }

    static Role stateRole(DeskState state) {
        return switch (state) {
            case QUOTING -> Role.STATE_QUOTING;
            case STARTING, UNQUOTED, PAUSED, REDUCE, REBALANCING, FINISHED, STOPPING, STOPPED -> Role.STATE_WAITING;
            case HALTED, DOWN -> Role.STATE_STOPPED;
        };
    }

    private static Phrase ages(View view) {
        var book = Phrase.of(Role.STATUS_LABEL, label(view, MARKET_DATA))
                .and(
                        switch (view.bookTrust()) {
                            case FRESH -> Role.FRESH;
                            case LAG -> Role.LATE;
                            case STALE, DOWN -> Role.STALE;
                        },
                        view.bookAgeText());
        var engine = Figures.age(view.engineAge());
        boolean late = view.engineIsLate();
        return book.and(Role.STATUS_LABEL, " " + label(view, ENGINE))
                .and(late ? Role.STALE : Role.FRESH, late ? engine + " " + view.say("console.trust.late") : engine);
    }
}
