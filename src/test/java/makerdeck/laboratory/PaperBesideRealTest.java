package makerdeck.laboratory;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import makerdeck.journal.Entry;
import makerdeck.laboratory.trader.DeskTrader;
import makerdeck.laboratory.virtual.VirtualClock;
import makerdeck.laboratory.virtual.VirtualVenue;
import makerdeck.recorder.SpokenMarket;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarket;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.QueueModel;
import makerdeck.simulator.recorded.RecordedMarket;
import makerdeck.strategy.parameters.Parameters;
import org.junit.jupiter.api.Test;

/**
 * A recorded market is the real one here: a desk that trades on it, and beside it one on paper, who has the real public
 * streams alone, each message late by another time. All of it in virtual time.
 */
class PaperBesideRealTest {

    private static final Path RECORDING =
            Path.of(System.getProperty("shared", "../shared"), "replay", "btcusdt_20240808.gz");
    private static final long START = 1_700_006_400_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final int ENOUGH = 100;
    private static final int STEP_MILLIS = 5;
    private static final int TICK_MILLIS = 100;
    private static final int START_MILLIS = 5_000;
    private static final int SHORTEST_MILLIS = 5;
    private static final int LONGEST_MILLIS = 60;

    private static final Parameters TIGHT = Parameters.defaults()
            .with(Map.of(
                    "spread", "0.01", "spread.mode", "fixed", "fee-floor", "off", "quantity", "0.001", "target", "50"));

    /** A desk on an exchange of its own. */
    private static final class Seat {

        private final VirtualClock clock = new VirtualClock();
        private final VirtualVenue venue = new VirtualVenue(clock, LATENCY);
        private final List<Entry.FillBooked> fills = new ArrayList<>();
        private final Exchange exchange;
        private final DeskTrader desk;

        Seat(ListedMarket market, MarketSource source) {
            exchange = exchange(market, source, venue.listener());
            clock.follow(exchange::now);
            var funds = Map.of("BTC", new BigDecimal("1"), "USDT", new BigDecimal("57000"));
            venue.connect(exchange, exchange.open(funds, ExchangeSettings.STANDARD_FEES));
            desk = new DeskTrader(TIGHT, market.rules().symbol(), venue, clock, this::write);
        }

        private void write(Entry entry) {
            if (entry instanceof Entry.FillBooked fill) {
                fills.add(fill);
            }
        }

        void turn(int millis) {
            exchange.advanceTo(START + millis * MILLI);
            venue.work();
            if (millis % 1_000 == 0) {
                venue.healthy();
            }
            for (var event = venue.next(); event != null; event = venue.next()) {
                desk.on(event);
            }
            if (millis % TICK_MILLIS == 0) {
                desk.tick(clock.instant());
            }
        }
    }

    private static Exchange exchange(ListedMarket market, MarketSource source, ExchangeListener listener) {
        return new Exchange(
                new ExchangeSettings(market, market.startPrice(), source, 1, START, Duration.ZERO), listener);
    }

    /** The public streams on their way. They are the same whoever trades: nobody leaves a trace in a recording. */
    private static final class Wire {

        private record Sent(long dueNanos, String line) {}

        private final SplittableRandom delays = new SplittableRandom(5);
        private final Deque<Sent> sent = new ArrayDeque<>();
        private final SpokenMarket spoken;
        private final Exchange exchange;
        private boolean isOpen;

        Wire(ListedMarket market) {
            spoken = new SpokenMarket(market.rules(), this::send);
            exchange = exchange(market, new MarketSource.Recording(RECORDING), spoken);
        }

        /** Somebody begins to listen: the book as it is, then everything that changes. */
        void open() {
            isOpen = true;
            spoken.book(exchange);
        }

        /** None overtakes another: it is one stream. */
        private void send(String json) {
            if (isOpen) {
                long due = exchange.now() + delays.nextLong(SHORTEST_MILLIS * MILLI, LONGEST_MILLIS * MILLI);
                var last = sent.peekLast();
                sent.add(new Sent(last == null ? due : Math.max(due, last.dueNanos), exchange.now() + " " + json));
            }
        }

        /** Brings what has arrived by then. */
        void carry(long nanos, Exchange to) {
            exchange.advanceTo(nanos);
            while (!sent.isEmpty() && sent.getFirst().dueNanos <= nanos) {
                to.advanceTo(sent.getFirst().dueNanos);
                to.hear(sent.removeFirst().line);
            }
        }
    }

    @Test
    void aPaperDeskFillsAsOftenAsTheRealOneBesideIt() throws IOException {
        assumeTrue(Files.isReadable(RECORDING), "no recording at " + RECORDING);
        var market = RecordedMarket.of(RECORDING);
        var wire = new Wire(market);
        var real = new Seat(market, new MarketSource.Recording(RECORDING));
        var paper = new Seat(market, new MarketSource.Told(QueueModel.RISK_AVERSE));

        for (int millis = STEP_MILLIS; !real.venue.isOver(); millis += STEP_MILLIS) {
            wire.carry(START + millis * MILLI, paper.exchange);
            if (millis == START_MILLIS) {
                wire.open();
                real.desk.start();
                paper.desk.start();
            }
            real.turn(millis);
            paper.turn(millis);
        }
        real.exchange.close();
        wire.exchange.close();

        int fills = real.fills.size();
        int onPaper = paper.fills.size();
        assertTrue(fills >= ENOUGH, () -> "too few to compare: " + fills);
        assertTrue(Math.abs(onPaper - fills) * 10 <= fills, () -> fills + " fills, on paper " + onPaper);
    }
}
