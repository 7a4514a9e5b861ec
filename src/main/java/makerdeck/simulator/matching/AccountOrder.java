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
    public final OrderRequest ticket;
    public final OrderTerms terms;
    final long createdAtNanos;
    public final BookOrder inBook;

    long executed;
    BigDecimal executedQuote = BigDecimal.ZERO;
    public BigDecimal locked;
    public OrderStatus status = OrderStatus.NEW;

    public @Nullable Expiry expiry;

    public AccountOrder(long id, ExchangeAccount account, OrderRequest ticket, OrderTerms terms, long createdAtNanos) {
        this.id = id;
        this.account = account;
        this.ticket = ticket;
        this.terms = terms;
        this.locked = terms.lock();
        this.createdAtNanos = createdAtNanos;
        this.inBook = new BookOrder(id, ticket.side(), terms.limitTicks(), terms.steps(), this);
    }

    public void executed(long steps, BigDecimal value) {
        executed += steps;
        executedQuote = executedQuote.add(value);
        status = inBook.remaining == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    }

    public OrderView view() {
        return new OrderView(
                id,
                ticket.clientId(),
                ticket.side(),
                ticket.type(),
                ticket.type() == OrderType.LIMIT ? new Price(terms.limitTicks()) : null,
                ticket.quantity() == null ? null : new Quantity(terms.steps()),
                ticket.quantity() == null ? ticket.quoteQuantity() : null,
                new Quantity(executed),
                executedQuote,
                status,
                ticket.timeInForce(),
                ticket.postOnly(),
                ticket.selfTradePrevention(),
                expiry,
                createdAtNanos);
    }
}
