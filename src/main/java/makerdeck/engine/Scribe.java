package makerdeck.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import makerdeck.domain.Fill;
import makerdeck.domain.Interest;
import makerdeck.domain.Side;
import makerdeck.journal.Entry;
import makerdeck.snapshot.Happening;

/**
 * Writes down what must survive the desk.
 *
 * <p>Engine thread only; never blocks.
 */
final class Scribe {

    private static final Duration VALUES_EVERY = Duration.ofMinutes(1);

    private final Consumer<Entry> journal;
    private final Facts facts;
    private final Ledger ledger;
    private Instant valueDue = Instant.MIN;

    Scribe(Consumer<Entry> journal, Facts facts, Ledger ledger) {
        this.journal = journal;
        this.facts = facts;
        this.ledger = ledger;
    }

    void opened(Instant at) {
        journal.accept(
                new Entry.BooksOpened(at, facts.market().base(), facts.market().quote()));
        valueDue = Instant.MIN;
    }

    void booked(Fill fill, String role) {
        var id = fill.clientId();
        journal.accept(new Entry.FillBooked(
                fill.at(),
                fill.orderId(),
                fill.tradeId(),
                id == null ? null : id.value(),
                role,
                fill.side(),
                fill.price(),
                fill.quantity(),
                fill.fee(),
                fill.feeAsset(),
                fill.maker(),
                ledger.mid()));
    }

    void transferred(Instant at, BigDecimal base, BigDecimal quote) {
        journal.accept(new Entry.Transferred(at, base, quote, ledger.mid()));
    }

    void earned(Interest payment, BigDecimal base, BigDecimal quote) {
        journal.accept(new Entry.InterestBooked(payment.at(), payment.key(), base, quote, ledger.mid()));
    }

    /** What becomes of orders, parameters and the desk's state is told in the same words as to everybody. */
    void happened(Happening happening) {
        var fields = happening.fields();
        switch (happening.kind()) {
            case STATE ->
                journal.accept(new Entry.StateChanged(
                        happening.at(), fields.getOrDefault("state", ""), fields.getOrDefault("reason", "")));
            case PARAMETER ->
                journal.accept(new Entry.ParameterChanged(
                        happening.at(),
                        fields.getOrDefault("key", ""),
                        fields.getOrDefault("old", ""),
                        fields.getOrDefault("new", ""),
                        fields.getOrDefault("source", "")));
            case ORDER -> journal.accept(moved(happening.at(), fields));
            case FILL, COMMAND, ALERT, INFO, REPORT -> {
                // Fills are written with all that the books need; the rest is in the log.
            }
        }
    }

    private static Entry.OrderMoved moved(Instant at, Map<String, String> fields) {
        var state = OrderState.valueOf(fields.getOrDefault("state", ""));
        return new Entry.OrderMoved(
                at,
                Long.parseLong(fields.getOrDefault("clientId", "0")),
                fields.getOrDefault("orderId", ""),
                Side.valueOf(fields.getOrDefault("side", "").toUpperCase(Locale.ROOT)),
                new BigDecimal(fields.getOrDefault("price", "0")),
                new BigDecimal(fields.getOrDefault("quantity", "0")),
                state.name(),
                !state.isFinal());
    }

    /** Once a minute what the books say; at once when they are new. */
    void tick(Instant now, Instant knownUntil) {
        if (ledger.isOpen() && !now.isBefore(valueDue)) {
            valueDue = now.plus(VALUES_EVERY);
            value(now, knownUntil);
        }
    }

    private void value(Instant now, Instant knownUntil) {
        facts.mid().ifPresent(ledger::mark);
        journal.accept(new Entry.BooksValued(now, ledger.mid(), ledger.equity(), ledger.pnl()));
        journal.accept(new Entry.BooksKept(now, ledger.openedAt(), knownUntil, ledger.sums()));
    }

    /** {@code inOrder}: nothing of ours was left on the venue, as far as is known. */
    void ended(Instant now, Instant knownUntil, boolean inOrder) {
        if (ledger.isOpen()) {
            value(now, knownUntil);
        }
        journal.accept(new Entry.SessionEnded(now, inOrder));
    }
}
