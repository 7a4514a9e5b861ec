package makerdeck.simulator.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import makerdeck.domain.Level;
import makerdeck.message.Message;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.Fixture;
import makerdeck.simulator.model.BookTop;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.PublicTrade;
import org.junit.jupiter.api.Test;

/** The real recording: what is shown must be what was recorded. */
class RecordedMarketTest {

    private static final Path FILE =
            Path.of(System.getProperty("shared", "../shared"), "replay", "btcusdt_20240808.gz");

    /** Remembers the top of the book at every update id, as a client would see it. */
    private static final class Watcher implements ExchangeListener {

        private final Map<Long, BookTop> tops = new HashMap<>();
        private final List<String> notes = new ArrayList<>();
        private BookTop latest = new BookTop(0, null, null, 0);
        private long trades;
        private long lastId;

        @Override
        public void topChanged(Supplier<BookTop> top) {
            latest = top.get();
        }

        @Override
        public void depthChanged(Supplier<DepthUpdate> changed) {
            var update = changed.get();
            assertEquals(lastId + 1, update.firstId());
            lastId = update.lastId();
            tops.put(lastId, latest);
        }

        @Override
        public void traded(PublicTrade trade) {
            trades++;
        }

        @Override
        public void feedGap(Message what) {
            notes.add(what.toString());
        }

        @Override
        public void feedEnded(Message why) {
            notes.add(why.toString());
        }
    }

    private final Watcher watcher = new Watcher();

    private Exchange exchange() throws IOException {
        assumeTrue(Files.isReadable(FILE), "no recording at " + FILE);
        var market = RecordedMarket.of(FILE);
        return new Exchange(
                new ExchangeSettings(
                        market, market.startPrice(), new MarketSource.Recording(FILE), 0, Fixture.START, Duration.ZERO),
                watcher);
    }

    @Test
    void marketIsBitcoinWithItsTickAndStep() throws IOException {
        try (var exchange = exchange()) {
            var rules = exchange.market().rules();

            assertEquals("BTC_USDT", rules.symbol());
            assertEquals(new BigDecimal("0.01"), rules.tickSize());
            assertEquals(new BigDecimal("0.00001"), rules.stepSize());
        }
    }

    @Test
    void rebuiltTopEqualsTheRecordedBestQuotesAtEveryCommonId() throws IOException {
        var exchange = exchange();
        exchange.advanceTo(Fixture.START + Duration.ofMinutes(6).toNanos());

        int compared = 0;
        try (var recording = new Recording(FILE, misfit -> {})) {
            for (var line = recording.next(); line != null; line = recording.next()) {
                var top = line instanceof RecordedLine.Best best ? watcher.tops.get(best.id()) : null;
                if (top != null && line instanceof RecordedLine.Best best) {
                    assertEquals(level(exchange, best.bid()), top.bid());
                    assertEquals(level(exchange, best.ask()), top.ask());
                    compared++;
                }
            }
        }
        assertTrue(compared > 500, "only " + compared + " common ids");
        assertEquals(List.of("simulator.feed.end"), watcher.notes);
        assertEquals(9_757, watcher.trades);
    }

    private static Level level(Exchange exchange, RecordedLine.Displayed recorded) {
        var rules = exchange.market().rules();
        return new Level(rules.price(recorded.price()), rules.observed(recorded.quantity()));
    }
}
