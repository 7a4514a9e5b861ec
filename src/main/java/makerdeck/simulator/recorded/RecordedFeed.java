package makerdeck.simulator.recorded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import makerdeck.simulator.matching.MatchingBook;
import makerdeck.simulator.model.BookTop;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.DisplayedDepth;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.PublicTrade;
import makerdeck.simulator.schedule.EventQueue;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Plays a recording line by line at its own pace. Depth and trades go out exactly as recorded; the
 * best quotes of the recording are not needed and not played. A gap is told, then played over, and so is a
 * line that makes no sense; too many of those end the feed. Only a quantity finer than the step, which no order can have, is
 * rounded down to it.
 */
public final class RecordedFeed implements Runnable, AutoCloseable {

    private final EventQueue eventQueue;
    private final Market rules;
    private final ExchangeListener listener;
    private final TradeTape tape;
    private final OrderBooksAndSettlement floor;
    private final ReceivedInOrder recording;
    private final RecordedDepth depth = new RecordedDepth();
    private final RecordedBook book;
    private final RecordedQueue queue;
    private final List<RecordedLine.Diff> beforeSnapshot = new ArrayList<>();
    private boolean seeded;
    private long shiftNanos;
    private BookTop top = new BookTop(0, null, null, 0);
    private @Nullable RecordedLine next;

    /** Throws {@link UncheckedIOException} for a recording that cannot be read. */
    public RecordedFeed(
            MarketSource.Recording source,
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
        this.queue =
                new RecordedQueue(matchingBook, source.queue(), rules.stepSize().doubleValue());
        this.book = new RecordedBook(rules, matchingBook, depth, queue, floor::fillResting);
        try {
            recording = new ReceivedInOrder(new Recording(source.file(), listener::feedGap));
            next = recording.next();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public DisplayedDepth display() {
        return depth;
    }

    /** Puts the first line into the queue, due at once. */
    public void begin() {
        if (next != null) {
            shiftNanos = eventQueue.now() - next.atNanos();
        }
        eventQueue.after(0, this);
    }

    @Override
    public void run() {
        if (next == null) {
            end(Message.of("simulator.feed.end"));
            return;
        }
        try {
            playOrTell(next);
            var played = next;
            next = recording.next();
            if (next != null && next.atNanos() < played.atNanos() - ReceivedInOrder.DISORDER_NANOS) {
                // The clock was set back where it was recorded: what follows keeps its pace.
                shiftNanos += played.atNanos() - next.atNanos();
            }
            eventQueue.at(next == null ? eventQueue.now() : next.atNanos() + shiftNanos, this);
        } catch (IOException | MistakeException | IllegalArgumentException failure) {
            Logger.error("recorded feed stops: {}", failure.getMessage());
            end(told(failure));
        }
    }

    private void playOrTell(RecordedLine line) {
        try {
            play(line);
        } catch (MistakeException | IllegalArgumentException | ArithmeticException misfit) {
            Logger.warn("recorded line not played: {}", misfit.getMessage());
            listener.feedGap(told(misfit));
        }
    }

    private static Message told(Exception failure) {
        return failure instanceof Said said
                ? said.said()
                : Message.of("simulator.line.odd", String.valueOf(failure.getMessage()));
    }

    private void end(Message why) {
        next = null;
        close();
        listener.feedEnded(why);
    }

    @Override
    public void close() {
        try {
            recording.close();
        } catch (IOException failure) {
            Logger.warn("recording not closed: {}", failure.getMessage());
        }
    }

    private void play(RecordedLine line) {
        if (line instanceof RecordedLine.Diff diff) {
            if (seeded) {
                apply(diff);
            } else {
                beforeSnapshot.add(diff);
            }
        } else if (line instanceof RecordedLine.Trade trade) {
            print(trade);
        } else if (line instanceof RecordedLine.Snapshot snapshot) {
            seed(snapshot);
        }
    }

    private void seed(RecordedLine.Snapshot snapshot) {
        var bids = book.replace(Side.BID, snapshot.bids());
        var asks = book.replace(Side.ASK, snapshot.asks());
        publish(snapshot.lastId(), bids, asks);
        seeded = true;
        beforeSnapshot.forEach(this::apply);
        beforeSnapshot.clear();
    }

    private void apply(RecordedLine.Diff diff) {
        long last = depth.updateId();
        if (diff.lastId() <= last) {
            return;
        }
        if (diff.firstId() > last + 1) {
            listener.feedGap(Message.of("simulator.feed.updates-missing", last + 1, diff.firstId() - 1));
        }
        publish(diff.lastId(), book.apply(Side.BID, diff.bids()), book.apply(Side.ASK, diff.asks()));
    }

    private void publish(long lastId, List<Level> bids, List<Level> asks) {
        long firstId = Math.min(depth.updateId() + 1, lastId);
        depth.reached(lastId);
        var now = depth.top(eventQueue.now());
        if (isCrossed(now)) {
            listener.feedGap(Message.of("simulator.feed.crossed", lastId));
        }
        if (!Objects.equals(now.bid(), top.bid()) || !Objects.equals(now.ask(), top.ask())) {
            top = now;
            listener.topChanged(now);
        }
        listener.depthChanged(new DepthUpdate(firstId, lastId, bids, asks, eventQueue.now()));
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
        queue.traded(hit, trade.price().ticks(), trade.quantity().steps(), (order, steps) -> {
            var mine = new PublicTrade(
                    trade.id(),
                    order.side.opposite(),
                    order.side == Side.BID ? order.id : 0,
                    order.side == Side.BID ? 0 : order.id,
                    new Price(order.ticks),
                    new Quantity(steps),
                    trade.atNanos());
            floor.fillResting(order, mine);
        });
    }
}
