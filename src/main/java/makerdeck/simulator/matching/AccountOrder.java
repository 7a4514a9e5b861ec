package makerdeck.simulator.matching;

import java.math.BigDecimal;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.simulator.model.Expiry;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.OrderTerms;
import makerdeck.simulator.model.OrderType;
import makerdeck.simulator.model.OrderView;
import org.jspecify.annotations.Nullable;

/** An account's order over its life. */
public final class AccountOrder {

    public final long id;
    public final ExchangeAccount account;
    public final OrderRequest request;
    public final OrderTerms terms;
    final long createdAtNanos;
    public final BookOrder inBook;

    long executed;
    BigDecimal executedQuote = BigDecimal.ZERO;
    public BigDecimal locked;
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

    public void executed(long steps, BigDecimal value) {
        executed += steps;
        executedQuote = executedQuote.add(value);
        status = inBook.remaining == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
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
                new Quantity(executed),
                executedQuote,
                status,
                request.timeInForce(),
                request.postOnly(),
                request.selfTradePrevention(),
                expiry,
                createdAtNanos);
    }
}
