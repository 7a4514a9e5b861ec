package makerdeck.engine.orders;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.ClientId;
import makerdeck.domain.Market;
import makerdeck.domain.NewOrder;
import makerdeck.domain.Order;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import makerdeck.engine.log.Texts;
import makerdeck.message.Message;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.OrderStep;
import makerdeck.strategy.quoting.Quote;
import makerdeck.strategy.quoting.RestingQuote;
import org.jspecify.annotations.Nullable;

/**
 * One of our orders and all that is known about it. Engine thread only; {@link OrderTracker} and {@link QueuePositions}
 * change it, the tracker and {@link AwaitedFills} its {@link OrderFills}.
 */
public final class ManagedOrder {

    private static final int MOST_STEPS = 20;

    private final NewOrder terms;
    private final OrderPurpose purpose;
    private int layer;
    private int generation;
    private OrderStage stage = OrderStage.NEW;
    private Instant since;
    private final Instant sentAt;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant cancelAskedAt;
    private int cancelsRefused;
    private @Nullable String orderId;
    private boolean unwanted;
    private Quantity shown;
    private final OrderFills fills = new OrderFills();
    private @Nullable Quantity queueAhead;
    private final OrderAbsence absence = new OrderAbsence();
    private List<OrderStep> steps = List.of();

    public ManagedOrder(NewOrder terms, OrderPurpose purpose, int layer, int generation, Instant now) {
        this.terms = terms;
        this.purpose = purpose;
        this.layer = layer;
        this.generation = generation;
        shown = terms.quantity();
        sentAt = now;
        since = now;
    }

    /** One that rests and that no plan of this desk asked for; {@code executed} is booked of it, or in other books. */
    static ManagedOrder adopted(Order seen, ClientId id, BigDecimal executed, Market rules, Instant now) {
        var whole = seen.quantity().isZero() ? new Quantity(1) : seen.quantity();
        var terms = new NewOrder(id, seen.side(), seen.price(), whole, TimeInForce.GTC, false);
        var order = new ManagedOrder(terms, OrderPurpose.ADOPTED, 0, 0, now);
        order.unwanted = true;
        order.orderId = seen.id();
        order.acceptedAt = now;
        order.fills.before(seen.filled(), executed, rules);
        order.shown = order.remaining();
        return order;
    }

    public NewOrder terms() {
        return terms;
    }

    public OrderPurpose purpose() {
        return purpose;
    }

    /** Place in its ladder, 1 the nearest to the mid; 0 when it is not a quote. */
    public int layer() {
        return layer;
    }

    /** Which plan of the desk wants it; older plans' orders leave before newer ones' come. */
    public int generation() {
        return generation;
    }

    public OrderStage stage() {
        return stage;
    }

    public Instant since() {
        return since;
    }

    public Instant sentAt() {
        return sentAt;
    }

    /** When the venue first showed it, null until then. */
    public @Nullable Instant acceptedAt() {
        return acceptedAt;
    }

    /** When the last cancel was asked, null when none was. */
    @Nullable
    Instant cancelAskedAt() {
        return cancelAskedAt;
    }

    /** Cancels in a row that the venue turned down. */
    public int cancelsRefused() {
        return cancelsRefused;
    }

    /** The venue's id, null until it is known. */
    public @Nullable String orderId() {
        return orderId;
    }

    /** Whether it must go as soon as it can be named to the venue. */
    public boolean isUnwanted() {
        return unwanted;
    }

    /** What the venue says has executed. */
    public Quantity filled() {
        return fills.filled();
    }

    /** Up to when, on the venue's clock, {@link #filled} is all that has executed. */
    public Instant filledAsOf() {
        return fills.filledAsOf();
    }

    OrderFills fills() {
        return fills;
    }

    /** What was left of it when last looked at: the book shows it until its own news come. */
    Quantity shown() {
        return shown;
    }

    /** What has been booked, fill by fill, in base units. */
    public BigDecimal executed() {
        return fills.executed();
    }

    /** The same in steps. */
    public Quantity booked() {
        return fills.booked();
    }

    /** The least that was seen resting at its price besides it, null before the first look. */
    public @Nullable Quantity queueAhead() {
        return queueAhead;
    }

    /** What has happened to it, oldest first: how it began, and the latest. */
    public List<OrderStep> steps() {
        return steps;
    }

    /** Whether the last listing that could show it did not. */
    public boolean isMissed() {
        return absence.isMissed();
    }

    OrderAbsence absence() {
        return absence;
    }

    public ClientId clientId() {
        return terms.clientId();
    }

    public Side side() {
        return terms.side();
    }

    public Price price() {
        return terms.price();
    }

    /** What can still fill, as far as is known; never negative. */
    public Quantity remaining() {
        return stage.isFinal() ? Quantity.ZERO : fills.remaining(terms.quantity());
    }

    /** As the strategy sees it. */
    public RestingQuote live(Instant now) {
        var age = Duration.between(sentAt, now);
        return new RestingQuote(clientId(), side(), price(), remaining(), age.isNegative() ? Duration.ZERO : age);
    }

    /** Whether every execution the venue speaks of has been booked. */
    public boolean isSettled() {
        return fills.isSettled();
    }

    /** Whether it may rest on the venue or come to rest there. */
    public boolean isLive() {
        return !stage.isFinal();
    }

    /** {@code bid 2.50 @ 148.17}: what was asked for. */
    public Message text(Market rules) {
        return Texts.order(side(), terms.quantity(), price(), rules);
    }

    /** {@code B1}, {@code A2} for quotes, {@code R} for a rebalance, {@code L} for a leftover. */
    public String tag() {
        return switch (purpose) {
            case QUOTE -> Quote.tag(side(), layer);
            case REBALANCE -> "R";
            case ADOPTED -> "L";
        };
    }

    // What follows is for the tracker alone.

    void layer(int value) {
        layer = value;
    }

    void generation(int value) {
        generation = value;
    }

    void stage(OrderStage value) {
        stage = value;
    }

    /** Something has happened to it, as it now stands. */
    void step(Instant now, @Nullable Message reason) {
        var longer = new ArrayList<>(steps);
        longer.add(new OrderStep(now, stage, fills.filled(), reason));
        if (longer.size() > MOST_STEPS) {
            longer.remove(1);
        }
        steps = List.copyOf(longer);
    }

    void since(Instant value) {
        since = value;
    }

    void acceptedAt(@Nullable Instant value) {
        acceptedAt = value;
    }

    void cancelAskedAt(@Nullable Instant value) {
        cancelAskedAt = value;
    }

    void cancelsRefused(int value) {
        cancelsRefused = value;
    }

    void orderId(@Nullable String value) {
        orderId = value;
    }

    void unwanted(boolean value) {
        unwanted = value;
    }

    void shown(Quantity value) {
        shown = value;
    }

    void queueAhead(@Nullable Quantity value) {
        queueAhead = value;
    }
}
