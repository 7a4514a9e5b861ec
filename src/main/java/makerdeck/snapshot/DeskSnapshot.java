package makerdeck.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.Book;
import makerdeck.domain.Candle;
import makerdeck.domain.Market;
import makerdeck.domain.Trade;
import makerdeck.message.Denial;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * All the screen shows, at one instant. Immutable; lists are newest last unless said.
 *
 * @param sequence counts up with every published snapshot
 * @param at when the engine made it: its age is the engine's
 * @param venue what trades against us, e.g. {@code demo} or {@code backpack}
 * @param reason why the state is what it is, null when it needs none
 * @param endsAt when the set duration is over, null when it runs until stopped or no quote was out yet
 * @param duration how long it quotes from the first quote on, zero when it runs until stopped
 * @param market null until the venue has told its rules
 * @param bookAt when the book last changed or was confirmed, null before the first
 * @param orders bids and asks nearest the mid first, own before external
 * @param fills of this run, newest first, the last {@link #FILLS_KEPT}
 * @param past minutes of the market as the venue told them last, oldest first; the same list until it tells more
 * @param earnings null until the books are open
 * @param inventory null until balances and mid are known
 * @param why at most a second old
 * @param curve some seconds old at most
 * @param fees null until the venue has told the account's
 * @param log bounded; {@link DeskEvent#sequence} tells what is new
 * @param alerts not yet acknowledged
 * @param faults what goes wrong on purpose on the simulated venue, by name, and until when
 * @param previews of the last questions asked
 * @param preset name of the last preset loaded, empty when none
 * @param undoState what undo and redo would set
 */
public record DeskSnapshot(
        long sequence,
        Instant at,
        Mode mode,
        String venue,
        String symbol,
        DeskState state,
        @Nullable Message reason,
        Instant startedAt,
        @Nullable Instant endsAt,
        Duration duration,
        @Nullable Market market,
        Book book,
        @Nullable Instant bookAt,
        List<OrderRow> orders,
        List<FillRow> fills,
        List<Trade> trades,
        List<Candle> past,
        Totals totals,
        @Nullable Earnings earnings,
        @Nullable Inventory inventory,
        QuotingRow quoting,
        Why why,
        CurveRow curve,
        @Nullable FeeRow fees,
        List<DeskEvent> log,
        List<Alert> alerts,
        List<ParameterRow> parameters,
        String preset,
        UndoState undoState,
        HealthRow health,
        Map<String, Instant> faults,
        Previews previews,
        Counts counts) {

    /** Of so many fills the screen has rows. */
    public static final int FILLS_KEPT = 200;

    /**
     * What the engine has counted since it began; no figure ever gets smaller.
     *
     * @param rejections orders that the venue refused
     * @param doubts orders of which it was not known whether they rest, each time
     * @param warnings alerts of that severity, each time one was raised; {@code criticals} likewise
     * @param quoting time since the first quote of either side; of it bids rested for {@code bids}, asks for {@code asks}
     */
    public record Counts(
            long rejections,
            long doubts,
            long warnings,
            long criticals,
            Duration quoting,
            Duration bids,
            Duration asks) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /** What keeps the desk as a whole from quoting both sides, empty while nothing does. */
    public Optional<Denial> denial() {
        return state.denial(reason);
    }

    /**
     * This one with the figures of an older one: what the market moves at every moment. Whoever holds them for a while has
     * figures that belong together.
     */
    public DeskSnapshot withFiguresOf(DeskSnapshot older) {
        return new DeskSnapshot(
                sequence,
                at,
                mode,
                venue,
                symbol,
                state,
                reason,
                startedAt,
                endsAt,
                duration,
                market,
                book,
                bookAt,
                older.orders,
                fills,
                older.trades,
                past,
                older.totals,
                older.earnings,
                older.inventory,
                older.quoting,
                why,
                curve,
                fees,
                log,
                alerts,
                parameters,
                preset,
                undoState,
                health,
                faults,
                previews,
                counts);
    }

    public DeskSnapshot {
        orders = List.copyOf(orders);
        fills = List.copyOf(fills);
        trades = List.copyOf(trades);
        past = List.copyOf(past);
        log = List.copyOf(log);
        alerts = List.copyOf(alerts);
        parameters = List.copyOf(parameters);
        faults = Map.copyOf(faults);
    }
}
