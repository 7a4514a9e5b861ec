package makerdeck.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import makerdeck.domain.Balance;
import makerdeck.domain.Book;
import makerdeck.domain.Candle;
import makerdeck.domain.Fees;
import makerdeck.domain.Price;
import makerdeck.domain.Side;
import makerdeck.simulator.agents.MarketAgents;
import makerdeck.simulator.floor.OrderBooksAndSettlement;
import makerdeck.simulator.floor.Publisher;
import makerdeck.simulator.floor.Settlement;
import makerdeck.simulator.marketdata.CandleInterval;
import makerdeck.simulator.marketdata.Candles;
import makerdeck.simulator.marketdata.DaySummary;
import makerdeck.simulator.marketdata.ExchangeCandle;
import makerdeck.simulator.marketdata.TradeTape;
import makerdeck.simulator.matching.AccountOrder;
import makerdeck.simulator.matching.DepthChanges;
import makerdeck.simulator.matching.ExchangeAccount;
import makerdeck.simulator.matching.LendingPool;
import makerdeck.simulator.matching.MatchingBook;
import makerdeck.simulator.matching.OrderValidation;
import makerdeck.simulator.matching.ThirdAsset;
import makerdeck.simulator.matching.Units;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.BookTop;
import makerdeck.simulator.model.DisplayedDepth;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.Execution;
import makerdeck.simulator.model.ListedMarket;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.OrderKey;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.OrderTerms;
import makerdeck.simulator.model.OrderView;
import makerdeck.simulator.model.Placement;
import makerdeck.simulator.model.PublicTrade;
import makerdeck.simulator.model.QueueModel;
import makerdeck.simulator.model.RefusedException;
import makerdeck.simulator.recorded.RecordedFeed;
import makerdeck.simulator.recorded.RecordedPlay;
import makerdeck.simulator.schedule.EventQueue;
import org.jspecify.annotations.Nullable;

/**
 * An exchange for one spot market and any number of accounts, driven by virtual time.
 *
 * <p>One thread at a time; nothing happens unless it is called. Time stands still between calls of
 * {@link #advanceTo}. What a call causes is told to the listener before the call returns.
 *
 * <p>On a recorded feed the public book and tape are the recording and nothing else. A resting order of
 * an account joins behind the quantity displayed at its price and gets ahead by recorded trades at that price and as
 * its {@link makerdeck.simulator.model.QueueModel} says; it fills when trades reach or pass it, and all of it when the
 * other side comes to display its price: real orders there would have met it. A taker gets what is displayed, once, and
 * leaves no public trace.
 */
public final class Exchange implements AutoCloseable {

    /** Trades that accounts take from a recorded book are numbered far from the recording's own. */
    private static final long BEYOND_RECORDED_TRADES = 1_000_000_000_000_000L;

    private final ListedMarket listed;
    private final Units units;
    private final EventQueue queue;
    private final Candles candles;
    private final TradeTape tape;
    private final OrderBooksAndSettlement floor;
    private final OrderValidation validation;
    private final Publisher publisher;
    private final DisplayedDepth displayed;
    private final LendingPool pool;
    private final ThirdAsset thirdAsset;
    private final @Nullable MarketAgents agents;
    private final @Nullable RecordedPlay play;
    private final @Nullable RecordedFeed feed;
    private final List<ExchangeAccount> accounts = new ArrayList<>();
    private final Runnable finishEvent = this::finishEvent;
    private boolean begun;

    /**
     * Agents have already traded through the warm-up when this returns; the listener hears nothing of
     * it. Throws {@link java.io.UncheckedIOException} for a recording that cannot be read.
     */
    public Exchange(ExchangeSettings settings, ExchangeListener listener) {
        listed = settings.market();
        var rules = listed.rules();
        var source = settings.source();
        units = new Units(rules);
        var changes = new DepthChanges();
        var book = new MatchingBook(changes);
        queue = new EventQueue(settings.startNanos() - warmUpNanos(settings));
        candles = new Candles(rules);
        tape = new TradeTape(candles, rules.observed(Side.BID, settings.startPrice()), trade -> {
            if (begun) {
                listener.traded(trade);
            }
        });
        var model = queueModel(source);
        boolean recorded = model != null;
        floor = new OrderBooksAndSettlement(
                queue,
                book,
                new Settlement(units, listener),
                recorded ? BEYOND_RECORDED_TRADES : 0,
                recorded ? trade -> {} : tape::print);
        thirdAsset = ThirdAsset.beside(rules);
        pool = new LendingPool(queue, this::account, listener);
        validation = new OrderValidation(listed, units, book, floor.matching(), tape, pool);
        publisher = new Publisher(book, changes, listener);
        agents = source instanceof MarketSource.Agents simulated
                ? new MarketAgents(book, floor, queue, settings, simulated.preset())
                : null;
        play = model == null ? null : new RecordedPlay(model, queue, rules, book, floor, tape, listener);
        feed = source instanceof MarketSource.Recording recording && play != null
                ? new RecordedFeed(recording, queue, play, listener)
                : null;
        displayed = play == null ? publisher : play.display();
        advanceTo(settings.startNanos());
        begun = true;
        if (play == null) {
            changes.watch();
        } else if (feed != null) {
            feed.begin();
        }
    }

    /** Null where the market is not one that others have made. */
    private static @Nullable QueueModel queueModel(MarketSource source) {
        if (source instanceof MarketSource.Recording recording) {
            return recording.queue();
        }
        return source instanceof MarketSource.Told told ? told.queue() : null;
    }

    /**
     * Lets one line of a recording that is being made now happen. Never throws for what it says; throws
     * {@link IllegalStateException} when the market is another kind of market.
     */
    public void hear(String line) {
        if (play == null || feed != null) {
            throw new IllegalStateException("market must be told from outside to hear a line");
        }
        play.play(line);
        finishEvent();
    }

    /** Takes in what traded before it began, see {@link Candles#remember}. */
    public int remember(List<Candle> past) {
        return candles.remember(past);
    }

    /** Lets go of the recording, if there is one. */
    @Override
    public void close() {
        if (feed != null) {
            feed.close();
        }
    }

    /**
     * Has the traders of another kind of market go on from the price of now. Accounts keep what they have
     * and what they rest. Throws {@link IllegalStateException} when the market is not of simulated traders.
     */
    public void become(MarketPreset preset) {
        if (agents == null) {
            throw new IllegalStateException("market must be of simulated traders to become " + preset);
        }
        agents.become(preset);
        finishEvent();
    }

    private static long warmUpNanos(ExchangeSettings settings) {
        return settings.source() instanceof MarketSource.Agents
                ? settings.warmUp().toNanos()
                : 0;
    }

    public ListedMarket market() {
        return listed;
    }

    /** Virtual nanoseconds since 1970. */
    public long now() {
        return queue.now();
    }

    /** When something is due next by itself, in virtual nanoseconds since 1970; far away when nothing is. */
    public long dueNanos() {
        return queue.dueNanos();
    }

    /** Lets everything happen that is due until then; an earlier time than now does nothing. */
    public void advanceTo(long nanos) {
        queue.runUntil(nanos, finishEvent);
    }

    /** The same, but no further than the first moment after which {@code enough} says so. */
    public void advanceTo(long nanos, BooleanSupplier enough) {
        queue.runUntil(nanos, finishEvent, enough);
    }

    /** Opens an account with funds per asset. */
    public AccountId open(Map<String, BigDecimal> funds, Fees fees) {
        var id = new AccountId(accounts.size());
        accounts.add(new ExchangeAccount(id, units, funds, fees));
        return id;
    }

    /** Where accounts lend what they do not use. */
    public LendingPool pool() {
        return pool;
    }

    /** In which an account may pay its fees in place of what it receives. */
    public ThirdAsset thirdAsset() {
        return thirdAsset;
    }

    /** An account pays its fees in the third asset from now on, of which it is given some; or no longer. */
    public void payFeesInThirdAsset(AccountId account, boolean on) {
        thirdAsset.pays(account(account), on);
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
    public Placement submit(AccountId accountId, OrderRequest request) {
        var account = account(accountId);
        OrderTerms terms;
        try {
            terms = validation.judge(account, request);
        } catch (RefusedException refused) {
            return new Placement.Refused(refused.why());
        }
        var order = floor.enter(account, request, terms);
        finishEvent();
        return new Placement.Accepted(order.view());
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
        floor.cancel(order);
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
        return displayed.depth(levels);
    }

    public BookTop top() {
        return displayed.top(now());
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
    public List<ExchangeCandle> candles(CandleInterval interval, long fromNanos, long toNanos) {
        return candles.between(interval, fromNanos, toNanos, now());
    }

    /** Empty when nothing traded in the last 24 hours. */
    public Optional<DaySummary> lastDay() {
        return candles.lastDay(now());
    }

    private void finishEvent() {
        if (agents != null) {
            agents.keepBothSides();
        }
        publisher.publish(now());
    }

    private ExchangeAccount account(AccountId id) {
        if (id.value() < 0 || id.value() >= accounts.size()) {
            throw new IllegalArgumentException("account must be open, was " + id);
        }
        return accounts.get(id.value());
    }
}
