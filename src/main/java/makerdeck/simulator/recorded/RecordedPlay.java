package makerdeck.simulator.recorded;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.message.Said;
import makerdeck.simulator.floor.OrderBooksAndSettlement;
import makerdeck.simulator.marketdata.TradeTape;
import makerdeck.simulator.matching.BookOrder;
import makerdeck.simulator.matching.MatchingBook;
import makerdeck.simulator.model.BookTop;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.DisplayedDepth;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.PublicTrade;
import makerdeck.simulator.model.QueueModel;
import makerdeck.simulator.schedule.EventQueue;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Makes recorded lines the market. Depth and trades go out exactly as recorded; the best quotes of a recording are not
 * needed and not played. A gap is told, then played over, and so is a line that makes no sense. Only a quantity finer
 * than the step, which no order can have, is rounded down to it.
 */
public final class RecordedPlay implements RecordedChain.Book {

    private final EventQueue eventQueue;
    private final Market rules;
    private final ExchangeListener listener;
    private final TradeTape tape;
    private final OrderBooksAndSettlement floor;
    private final RecordedDepth depth = new RecordedDepth();
    private final RecordedChain chain = new RecordedChain(this);
    private final RecordedBook book;
    private final RecordedQueue queue;
    private BookTop top = new BookTop(0, null, null, 0);

    /** How many ids the venue has started over by. */
    private long ahead;

    public RecordedPlay(
            QueueModel model,
            EventQueue eventQueue,
            Market rules,
            MatchingBook matchingBook,
            OrderBooksAndSettlement floor,
            TradeTape tape,
            ExchangeListener listener) {
        this.eventQueue = eventQueue;
        this.rules = rules;
        this.floor = floor;
        this.tape = tape;
        this.listener = listener;
        this.queue = new RecordedQueue(matchingBook, model, rules.stepSize().doubleValue());
        this.book = new RecordedBook(rules, matchingBook, depth, queue, floor::fillResting);
    }

    public DisplayedDepth display() {
        return depth;
    }

    /** Plays a line as it stands in a recording. Never throws for what it says. */
    public void play(String text) {
        try {
            play(RecordedLine.parse(text));
        } catch (MistakeException misfit) {
            tell(misfit);
        }
    }

    void play(RecordedLine line) {
        try {
            if (line instanceof RecordedLine.Diff diff) {
                chain.update(diff);
            } else if (line instanceof RecordedLine.Trade trade) {
                print(trade);
            } else if (line instanceof RecordedLine.Snapshot snapshot) {
                chain.snapshot(snapshot);
            } else if (line instanceof RecordedLine.Gap gap) {
                if (!gap.why().isEmpty()) {
                    gap(Message.of("simulator.feed.gap", gap.why()));
                }
                chain.startOver();
            }
        } catch (MistakeException | IllegalArgumentException | ArithmeticException misfit) {
            tell(misfit);
        }
    }

    /** What comes next has nothing to do with what was. */
    void startOver() {
        chain.startOver();
    }

    private void tell(RuntimeException misfit) {
        Logger.warn("recorded line not played: {}", misfit.getMessage());
        listener.feedGap(told(misfit));
    }

    static Message told(Exception failure) {
        return failure instanceof Said said
                ? said.said()
                : Message.of("simulator.line.odd", String.valueOf(failure.getMessage()));
    }

    @Override
    public void gap(Message what) {
        listener.feedGap(what);
    }

    @Override
    public void change(RecordedLine.@Nullable Snapshot snapshot, List<RecordedLine.Diff> updates, long lastId) {
        var bids = new TreeMap<Price, Level>();
        var asks = new TreeMap<Price, Level>();
        if (snapshot != null) {
            put(bids, book.replace(Side.BID, snapshot.bids()));
            put(asks, book.replace(Side.ASK, snapshot.asks()));
        }
        for (var update : updates) {
            put(bids, book.apply(Side.BID, update.bids()));
            put(asks, book.apply(Side.ASK, update.asks()));
        }
        if (lastId + ahead <= depth.updateId()) {
            if (bids.isEmpty() && asks.isEmpty()) {
                return;
            }
            ahead = depth.updateId() + 1 - lastId;
        }
        publish(lastId, List.copyOf(bids.values()), List.copyOf(asks.values()));
    }

    private static void put(TreeMap<Price, Level> levels, Collection<Level> changed) {
        changed.forEach(level -> levels.put(level.price(), level));
    }

    private void publish(long lastId, List<Level> bids, List<Level> asks) {
        long firstId = depth.updateId() + 1;
        depth.reached(lastId + ahead);
        var now = depth.top(eventQueue.now());
        if (isCrossed(now)) {
            listener.feedGap(Message.of("simulator.feed.crossed", lastId));
        }
        if (!Objects.equals(now.bid(), top.bid()) || !Objects.equals(now.ask(), top.ask())) {
            top = now;
            listener.topChanged(() -> now);
        }
        var update = new DepthUpdate(firstId, lastId + ahead, bids, asks, eventQueue.now());
        listener.depthChanged(() -> update);
    }

    private static boolean isCrossed(BookTop top) {
        var bid = top.bid();
        var ask = top.ask();
        return bid != null && ask != null && bid.price().compareTo(ask.price()) >= 0;
    }

    private void print(RecordedLine.Trade recorded) {
        var hit = recorded.buyerIsMaker() ? Side.BID : Side.ASK;
        var trade = new PublicTrade(
                recorded.id(),
                hit.opposite(),
                0,
                0,
                rules.price(recorded.price()),
                rules.observed(recorded.quantity()),
                eventQueue.now());
        tape.print(trade);
        queue.traded(hit, trade.price().ticks(), trade.quantity().steps(), (order, steps) -> fill(order, steps, trade));
    }

    private void fill(BookOrder order, long steps, PublicTrade trade) {
        boolean bought = order.side == Side.BID;
        floor.fillResting(
                order,
                new PublicTrade(
                        trade.id(),
                        order.side.opposite(),
                        bought ? order.id : 0,
                        bought ? 0 : order.id,
                        new Price(order.ticks),
                        new Quantity(steps),
                        trade.atNanos()));
    }
}
