package makerdeck.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.Balance;
import makerdeck.domain.Book;
import makerdeck.domain.Fees;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;

/**
 * An exchange for one spot market and any number of accounts, driven by virtual time.
 *
 * <p>One thread at a time; nothing happens unless it is called. Time stands still between calls of
 * {@link #advanceTo}. What a call causes is told to the listener before the call returns.
 */
public final class Exchange {

    private final ListedMarket listed;
    private final ExchangeListener listener;
    private final Agenda agenda;
    private final DepthChanges changes = new DepthChanges();
    private final MatchingBook book = new MatchingBook(changes);
    private final Tape tape;
    private final Candles candles;
    private final Settlement settlement;
    private final Matching matching;
    private final Admission admission;
    private final Publisher publisher;
    private final List<Account> accounts = new ArrayList<>();
    private long lastOrderId;
    private long lastTradeId;

    public Exchange(ExchangeSettings settings, ExchangeListener listener) {
        this.listed = settings.market();
        this.listener = listener;
        var rules = listed.rules();
        agenda = new Agenda(settings.startNanos());
        candles = new Candles(rules);
        tape = new Tape(candles, rules.observed(Side.BID, settings.startPrice()));
        settlement = new Settlement(rules, listener);
        matching = new Matching(book, new Trades());
        admission = new Admission(listed, book, matching, tape);
        publisher = new Publisher(book, changes, listener);
        changes.watch();
    }

    public ListedMarket market() {
        return listed;
    }

    /** Virtual nanoseconds since 1970. */
    public long now() {
        return agenda.now();
    }

    /** Lets everything happen that is due until then; an earlier time than now does nothing. */
    public void advanceTo(long nanos) {
        agenda.runUntil(nanos, this::finishEvent);
    }

    /** Opens an account with funds per asset. */
    public AccountId open(Map<String, BigDecimal> funds, Fees fees) {
        var id = new AccountId(accounts.size());
        accounts.add(new Account(id, funds, fees));
        return id;
    }

    public Fees fees(AccountId account) {
        return account(account).fees;
    }

    /** Every asset the account ever held, sorted by name. */
    public Map<String, Balance> balances(AccountId account) {
        return account(account).balances();
    }

    /** Zero for an asset the account never held. */
    public Balance balance(AccountId account, String asset) {
        return account(account).balance(asset);
    }

    /** Judges, accepts and matches an order now. */
    public Placement submit(AccountId accountId, Ticket ticket) {
        var account = account(accountId);
        Terms terms;
        try {
            terms = admission.judge(account, ticket);
        } catch (RefusedException refused) {
            return new Placement.Refused(refused.why());
        }
        var order = new AccountOrder(++lastOrderId, account, ticket, terms, now());
        settlement.accept(order);
        var stop = matching.take(order.inBook, ticket.selfTradePrevention());
        if (stop != Reach.Stop.DONE) {
            restOrExpire(order, stop);
        }
        finishEvent();
        return new Placement.Accepted(order.view());
    }

    private void restOrExpire(AccountOrder order, Reach.Stop stop) {
        if (stop == Reach.Stop.OWN_ORDER) {
            settlement.expire(order, Expiry.SELF_TRADE_PREVENTION);
        } else if (order.ticket.type() == OrderType.MARKET) {
            settlement.expire(order, stop == Reach.Stop.EMPTY ? Expiry.INSUFFICIENT_LIQUIDITY : Expiry.PRICE_IMPACT);
        } else if (order.ticket.timeInForce() == TimeInForce.GTC) {
            book.rest(order.inBook);
        } else {
            settlement.expire(order, Expiry.IMMEDIATE_OR_CANCEL);
        }
    }

    /** Cancels an open order; empty when the account has no such order open. */
    public Optional<OrderView> cancel(AccountId account, OrderKey key) {
        var order = Optional.ofNullable(account(account).find(key));
        order.ifPresent(this::cancel);
        return order.map(AccountOrder::view);
    }

    /** Cancels every open order of the account, oldest first. */
    public List<OrderView> cancelAll(AccountId account) {
        var open = account(account).open();
        open.forEach(this::cancel);
        return open.stream().map(AccountOrder::view).toList();
    }

    private void cancel(AccountOrder order) {
        book.remove(order.inBook);
        settlement.cancel(order);
        finishEvent();
    }

    /** Oldest first. */
    public List<OrderView> openOrders(AccountId account) {
        return account(account).open().stream().map(AccountOrder::view).toList();
    }

    public Optional<OrderView> openOrder(AccountId account, OrderKey key) {
        return Optional.ofNullable(account(account).find(key)).map(AccountOrder::view);
    }

    /** The latest orders, open and finished, newest first. */
    public List<OrderView> orderHistory(AccountId account) {
        return account(account).orders();
    }

    /** The latest fills, newest first. */
    public List<Execution> fillHistory(AccountId account) {
        return account(account).fills();
    }

    /** Up to {@code levels} a side, best first, with the id of the last depth update. */
    public Book depth(int levels) {
        return publisher.depth(levels);
    }

    public BookTop top() {
        return publisher.top(now());
    }

    /** The last active price: of the last trade, or the start price before any. */
    public Price lastPrice() {
        return tape.lastPrice();
    }

    /** Newest first, up to 1000. */
    public List<PublicTrade> recentTrades(int limit) {
        return tape.recent(limit);
    }

    /**
     * Ascending candles that start in the range, the unfinished one included. Seconds reach back two
     * hours, everything else a month, and none further than the first trade.
     */
    public List<Candle> candles(CandleInterval interval, long fromNanos, long toNanos) {
        return candles.between(interval, fromNanos, toNanos, now());
    }

    /** Empty when nothing traded in the last 24 hours. */
    public Optional<DaySummary> lastDay() {
        return candles.lastDay(now());
    }

    Map<String, BigDecimal> feesTaken() {
        return settlement.feesTaken();
    }

    private void finishEvent() {
        publisher.publish(now());
    }

    private Account account(AccountId id) {
        if (id.value() < 0 || id.value() >= accounts.size()) {
            throw new IllegalArgumentException("account must be open, was " + id);
        }
        return accounts.get(id.value());
    }

    private final class Trades implements Matching.Outcome {

        @Override
        public void matched(BookOrder maker, BookOrder taker, long steps) {
            var buyer = taker.side == Side.BID ? taker : maker;
            var seller = taker.side == Side.BID ? maker : taker;
            var trade = new PublicTrade(
                    ++lastTradeId, taker.side, buyer.id, seller.id, new Price(maker.ticks), new Quantity(steps), now());
            tape.print(trade);
            listener.traded(trade);
            if (maker.owner != null) {
                settlement.fill(maker.owner, trade, true);
            }
            if (taker.owner != null) {
                settlement.fill(taker.owner, trade, false);
            }
        }

        @Override
        public void makerRejected(BookOrder maker) {
            if (maker.owner != null) {
                settlement.expire(maker.owner, Expiry.SELF_TRADE_PREVENTION);
            }
        }
    }
}
