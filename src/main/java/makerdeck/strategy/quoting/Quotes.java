package makerdeck.strategy.quoting;

import java.math.BigDecimal;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What we want to rest on the venue now, and how it came about. Immutable.
 *
 * @param mid of the book without our own orders; zero when there is none
 * @param reference the mid moved by inventory; distances are measured from it
 * @param spread full width in % of mid, guards included; zero when nothing can be quoted
 * @param reason what decided the width
 * @param guards what guards make of that width, null while they do not widen
 */
public record Quotes(
        BigDecimal mid,
        BigDecimal reference,
        BigDecimal spread,
        SpreadReason reason,
        @Nullable Message guards,
        QuoteLadder bids,
        QuoteLadder asks) {

    /** Nothing to quote on either side. */
    public static Quotes none(Message reason) {
        return new Quotes(
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                SpreadReason.SPREAD,
                null,
                QuoteLadder.empty(Side.BID, reason),
                QuoteLadder.empty(Side.ASK, reason));
    }

    /** Why the width is what it is, for the operator: what decided it, or how guards widen it. */
    public Message why() {
        return guards == null ? reason.text() : Message.of("strategy.widening.why", guards);
    }

    public QuoteLadder side(Side side) {
        return side == Side.BID ? bids : asks;
    }

    /** The same with another ladder on its side. */
    public Quotes with(QuoteLadder ladder) {
        return ladder.side() == Side.BID
                ? new Quotes(mid, reference, spread, reason, guards, ladder, asks)
                : new Quotes(mid, reference, spread, reason, guards, bids, ladder);
    }

    /** The same with one side emptied for a reason of the caller's: paused, cooling down. */
    public Quotes without(Side side, Message reason) {
        return with(QuoteLadder.empty(side, reason));
    }
}
