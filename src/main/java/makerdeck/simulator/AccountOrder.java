package makerdeck.simulator;

import java.math.BigDecimal;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import org.jspecify.annotations.Nullable;

/** An account's order over its life. */
final class AccountOrder {

    final long id;
    final Account account;
    final Ticket ticket;
    final Terms terms;
    final long createdAtNanos;
    final BookOrder inBook;

    long executed;
    BigDecimal executedQuote = BigDecimal.ZERO;
    BigDecimal locked;
    OrderStatus status = OrderStatus.NEW;

    @Nullable
    Expiry expiry;

    AccountOrder(long id, Account account, Ticket ticket, Terms terms, long createdAtNanos) {
        this.id = id;
        this.account = account;
        this.ticket = ticket;
        this.terms = terms;
        this.locked = terms.lock();
        this.createdAtNanos = createdAtNanos;
        this.inBook = new BookOrder(id, ticket.side(), terms.limitTicks(), terms.steps(), this);
    }

    void executed(long steps, BigDecimal value) {
        executed += steps;
        executedQuote = executedQuote.add(value);
        status = inBook.remaining == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    }

    OrderView view() {
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
