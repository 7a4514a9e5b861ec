package makerdeck.simulator.matching;

import java.math.BigDecimal;
import java.util.function.Supplier;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.simulator.model.Expiry;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.OrderTerms;
import makerdeck.simulator.model.OrderType;
import makerdeck.simulator.model.OrderView;
import org.jspecify.annotations.Nullable;

/** An account's order over its life; what it gives is how it is at the moment. */
public final class AccountOrder implements Supplier<OrderView> {

    public final long id;
    public final ExchangeAccount account;
    public final OrderRequest request;
    public final OrderTerms terms;
    final long createdAtNanos;
    public final BookOrder inBook;

    private long executed;

    /** Ticks times steps. */
    private long executedValue;

    /** As {@link OrderTerms#lock} counts. */
    public long locked;

    public OrderStatus status = OrderStatus.NEW;

    public @Nullable Expiry expiry;

    public AccountOrder(long id, ExchangeAccount account, OrderRequest request, OrderTerms terms, long createdAtNanos) {
        this.id = id;
        this.account = account;
        this.request = request;
        this.terms = terms;
        this.locked = terms.lock();
        this.createdAtNanos = createdAtNanos;
        this.inBook = new BookOrder(id, request.side(), terms.limitTicks(), terms.steps(), this);
    }

    public void executed(long ticks, long steps) {
        executed += steps;
        executedValue = Math.addExact(executedValue, Math.multiplyExact(ticks, steps));
        status = inBook.remaining == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    }

    @Override
    public OrderView get() {
        return view();
    }

    public OrderView view() {
        return new OrderView(
                id,
                request.clientId(),
                request.side(),
                request.type(),
                request.type() == OrderType.LIMIT ? new Price(terms.limitTicks()) : null,
                request.quantity() == null ? null : new Quantity(terms.steps()),
                request.quantity() == null ? request.quoteQuantity() : null,
                executed == 0 ? Quantity.ZERO : new Quantity(executed),
                executed == 0 ? BigDecimal.ZERO : account.units.value(executedValue),
                status,
                request.timeInForce(),
                request.postOnly(),
                request.selfTradePrevention(),
                expiry,
                createdAtNanos);
    }
}
