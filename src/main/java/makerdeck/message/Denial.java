package makerdeck.message;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Every reason for which an order, a side or the desk sends nothing, in the order in which they are asked. Each stands
 * beside the keys of the messages that say it, so that the code of a reason is read from the reason itself; the table in
 * the README is this list. Any thread.
 */
public enum Denial {
    // The desk as a whole.
    /** The desk waits for market, book, balances or the first comparison of orders. */
    STARTING("engine.no-quotes.starting"),
    /** A stream that was up is down. */
    DOWN("engine.no-quotes.down"),
    /** The desk was halted, by the operator or for safety. */
    HALTED("engine.no-quotes.halted"),
    /** The set duration is over. */
    FINISHED("engine.no-quotes.finished"),
    /** The desk cancels its orders and leaves. */
    STOPPING("engine.no-quotes.stopping"),
    /** The desk has left. */
    STOPPED("engine.no-quotes.stopped"),
    /** The desk only looks on. */
    WATCHING("engine.watching"),
    /** The operator has paused the side. */
    PAUSED_BY_OPERATOR("engine.pause.paused-by-you", "engine.pause.paused-by-you-for", "engine.pause.by-you"),
    /** Each side is kept empty for a reason of its own. */
    PAUSED_EACH("engine.pause.by-itself-each"),
    /** The desk may quote, and for 10 s no quote has been out. */
    UNQUOTED(),
    /** A rebalance needs the side. */
    REBALANCING("engine.rebalance.rebalancing"),

    // Whether market and account are known well enough.
    /** The market stream is not connected. */
    MARKET_STREAM_DOWN("engine.gate.down.public", "engine.gate.stream.public"),
    /** The market stream has come back a moment ago. */
    MARKET_STREAM_BACK("engine.gate.back.public"),
    /** The account stream is not connected. */
    ACCOUNT_STREAM_DOWN("engine.gate.down.private", "engine.gate.stream.private"),
    /** The account stream has come back a moment ago. */
    ACCOUNT_STREAM_BACK("engine.gate.back.private"),
    /** The book has a hole and is read afresh. */
    BOOK_LOST("engine.gate.book-lost"),
    /** The book has broken three times within a minute. */
    BOOK_BREAKS("engine.gate.book-breaks"),
    /** A side of the book is empty. */
    BOOK_ONE_SIDED("engine.gate.one-sided", "strategy.side.one-sided-book"),
    /** The best bid is not below the best ask. */
    BOOK_CROSSED("engine.gate.crossed"),
    /** The price is over 25 % off the last minute's median. */
    PRICE_ABSURD("engine.absurd"),
    /** The market takes no new orders. */
    MARKET_CLOSED("engine.gate.market", "strategy.side.market.closed", "strategy.side.market.cancel_only"),
    /** The market takes orders again since a moment ago. */
    MARKET_REOPENED("engine.gate.market-again"),
    /** The desk came late to what it was told. */
    ENGINE_LAGS("engine.gate.lags"),
    /** The desk came late, and its orders are not compared with the venue's since. */
    ENGINE_LAGGED("engine.gate.lagged"),
    /** The account stream has kept a fill to itself. */
    FILL_MISSED("engine.gate.missed-fill"),
    /** Nothing at all has come from the market for over 3 s. */
    BOOK_SILENT("engine.gate.silent"),
    /** The book has neither moved nor been confirmed for over 3 s. */
    BOOK_OLD("engine.gate.book-old"),
    /** Balances differ from the books in a way that no fill explains. */
    BALANCES_IN_DOUBT("engine.balance.impossible", "engine.balance.vanished", "engine.balance.large"),
    /** Balances have not been read for over 90 s. */
    BALANCES_UNKNOWN("engine.gate.balances"),
    /** Open orders have not been compared with the venue's for over 45 s. */
    NOT_COMPARED("engine.gate.not-compared"),
    /** The venue says that an order has executed and shows no fill of it. */
    FILLS_MISSING("engine.gate.fills-missing"),
    /** An order is listed or told in words that are not understood. */
    ORDERS_UNREADABLE("engine.unreadable-order.side"),

    // When only what lowers risk may go out; a side that would raise it stays empty.
    /** The journal cannot be written, and nothing is created. */
    JOURNAL_FAILED("engine.journal.failed"),
    /** A row of the fill history cannot be read. */
    FILLS_UNREADABLE("engine.reduce-only.fills"),
    /** The fill history has not answered for long. */
    FILLS_UNANSWERED("engine.fill.unanswered"),
    /** A fill contradicts its order, or its order is not known. */
    FILL_IN_DOUBT("engine.fill.odd", "engine.fill.odd-terms", "engine.fill.unmatched"),
    /** A thread of the program has died. */
    THREAD_DIED("engine.thread.died"),
    /** The venue calls our requests too late. */
    REQUESTS_LATE("engine.reduce-only.late"),
    /** The venue doubts our signature and is asked again. */
    KEY_IN_DOUBT("engine.reduce-only.key"),
    /** An order that should be gone may still rest. */
    EXPOSED("engine.exposed", "engine.exposed-because"),
    /** A request takes over 2 s to be answered. */
    ROUND_TRIP_SLOW("engine.reduce-only.slow"),
    /** The clock is over 30 s off the venue's. */
    CLOCK_OFF("engine.reduce-only.clock"),
    /** Over 80 % of the requests of a minute are used. */
    REQUESTS_MANY("engine.reduce-only.requests"),
    /** What is held is worth over max-position. */
    POSITION_OVER_MAXIMUM("engine.reduce-only.position"),

    // What the strategy says.
    /** The inventory has reached the hard band on this side. */
    HARD_BAND("strategy.side.hard-band"),
    /** The room to the hard band is smaller than the smallest order. */
    HARD_BAND_NEAR("strategy.size.hard-band"),
    /** The price is one the market does not take. */
    PRICE_RANGE(
            "strategy.side.price-range",
            "strategy.range.zero",
            "strategy.range.lowest",
            "strategy.range.highest",
            "strategy.range.band-low",
            "strategy.range.band-high"),
    /** The parameter quantity is below the market's minimum. */
    QUANTITY_TOO_SMALL("strategy.size.quantity"),
    /** The parameter max-order is below the market's minimum. */
    MAX_ORDER_TOO_SMALL("strategy.size.max-order"),
    /** The room to max-position is smaller than the smallest order. */
    MAX_POSITION_NEAR("strategy.size.max-position"),
    /** What is available does not pay for the smallest order. */
    FUNDS_SHORT("strategy.size.available"),
    /** What would pay is lent, and lend is never. */
    FUNDS_LENT("strategy.size.lent"),
    /** The operator has cancelled the layers of the side. */
    CANCELLED_BY_OPERATOR("engine.quotes.cancelled-by-you"),
    /** The venue finds less money than the desk, even for smaller orders. */
    FUNDS_DISPUTED("engine.quotes.too-little-money"),

    // What the hard limits say of an order.
    /** The order would be worth over max-order. */
    LIMIT_MAX_ORDER("engine.limit.max-order"),
    /** The market takes no order as large. */
    LIMIT_MAX_QUANTITY("engine.limit.max-quantity"),
    /** Filled with all that rests, the order would carry the position over max-position. */
    LIMIT_MAX_POSITION("engine.limit.max-position"),
    /** Live orders of the side reach the hard band already. */
    LIMIT_HARD_BAND("engine.limit.band"),
    /** The price is over 10 % beyond the last minute's median. */
    LIMIT_PRICE("engine.limit.price"),
    /** Over 200 orders were sent within a second. */
    LIMIT_RATE("engine.limit.rate"),
    /** No numbers for orders are reserved on disk. */
    NO_ORDER_NUMBERS("engine.no-order-numbers"),

    // What the venue has refused.
    /** A post-only order would have taken. */
    REFUSED_POST_ONLY("engine.refused.by.post-only-would-take"),
    /** The venue finds too little money. */
    REFUSED_FUNDS("engine.refused.by.insufficient-funds"),
    /** The lending pool gives nothing back. */
    REFUSED_LENT("engine.refused.by.lent-out", "engine.lending.refused"),
    /** The price is outside the venue's band. */
    REFUSED_PRICE("engine.refused.by.price-band"),
    /** The venue calls the order malformed. */
    REFUSED_ORDER("engine.refused.by.invalid-order"),
    /** The venue does not accept our key. */
    REFUSED_KEY("engine.refused.by.authentication"),
    /** The venue calls the order too late. */
    REFUSED_LATE("engine.refused.by.late"),
    /** The venue doubts the signature. */
    REFUSED_SIGNATURE("engine.refused.by.key-in-doubt"),
    /** The venue takes no more requests for the moment. */
    REFUSED_RATE("engine.refused.by.rate-limit"),
    /** The venue answers nothing from this address. */
    REFUSED_BANNED("engine.refused.by.banned"),
    /** The venue is closed or in maintenance. */
    REFUSED_CLOSED("engine.refused.by.venue-closed"),
    /** Something between us and the venue has answered. */
    REFUSED_BETWEEN("engine.refused.by.not-the-venue"),
    /** The client has not sent it, for our budget of requests is spent. */
    REFUSED_UNSENT("engine.refused.by.not-sent"),
    /** The venue refuses for another reason. */
    REFUSED_OTHER("engine.refused.by.other"),

    // What a quote that may go out waits for.
    /** It is not known what became of an order. */
    ORDER_UNKNOWN("engine.waiting.unknown"),
    /** Orders of the side are being cancelled. */
    CANCELS_IN_FLIGHT("engine.waiting.cancels"),
    /** Orders are sent and not yet answered. */
    ON_THE_WAY("engine.waiting.on-the-way"),
    /** Enough was sent for the moment. */
    SEND_PACE("engine.waiting.pace"),
    /** An order of ours has to go first. */
    ORDER_IN_THE_WAY("engine.waiting.in-the-way"),
    /** What would pay is bound for the moment. */
    FUNDS_BOUND("engine.waiting.funds"),
    /** The layer was filled within the last second. */
    COOLING("engine.waiting.cooling"),
    /** Nothing stands in the way. */
    NEXT_REVIEW("engine.waiting.next-review"),
    /** A reason without a code of its own. */
    OTHER();

    /** Messages that say a reason by another one, or by several: their first value counts. */
    private static final Set<String> AROUND = Set.of(
            "message.semicolon",
            "engine.no-quotes-because",
            "engine.pause.by-itself",
            "engine.reduce-only.reduce",
            "engine.refused.again");

    private static final Map<String, Denial> BY_KEY = byKey();

    private final List<String> keys;

    Denial(String... keys) {
        this.keys = List.of(keys);
    }

    private static Map<String, Denial> byKey() {
        var all = new HashMap<String, Denial>();
        for (var denial : values()) {
            for (var key : denial.keys) {
                if (all.put(key, denial) != null) {
                    throw new IllegalStateException(key + " has two denials");
                }
            }
        }
        return Map.copyOf(all);
    }

    /** What a reason is, whatever its words; {@link #OTHER} when no constant says so. */
    public static Denial of(Message reason) {
        var said = reason;
        while (AROUND.contains(said.key())
                && !said.values().isEmpty()
                && said.values().get(0) instanceof Message inner) {
            said = inner;
        }
        return BY_KEY.getOrDefault(said.key(), OTHER);
    }

    /** For programs, the same in every language and for ever: {@code book-silent}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the messages that say it, without those around them. */
    public List<String> keys() {
        return keys;
    }
}
