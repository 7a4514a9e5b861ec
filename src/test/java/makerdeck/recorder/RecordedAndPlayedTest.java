package makerdeck.recorder;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import makerdeck.backpack.client.PublicMarket;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.ServedVenue;
import makerdeck.clock.Waiting;
import makerdeck.domain.Level;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.Fixture;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.PublicTrade;
import makerdeck.simulator.model.QueueModel;
import makerdeck.simulator.recorded.RecordedMarket;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A market recorded over sockets, without a key, and played again: the same book under every common number. */
@Waiting
class RecordedAndPlayedTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int LEVELS = 5;

    @TempDir
    private Path folder;

    private final Map<Long, List<List<Level>>> live = new ConcurrentHashMap<>();
    private final List<Long> trades = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean broken;
    private BackpackServer venue;
    private MarketRecorder recorder;
    private PublicMarket market;

    @BeforeEach
    void record() throws IOException {
        venue = ServedVenue.busy();
        recorder = new MarketRecorder(folder, Clock.systemUTC(), Message::toString, new MarketRecorder.Listener() {
            @Override
            public void opened(Path file) {
                // Found in the folder.
            }

            @Override
            public void failed(Message why) {
                throw new AssertionError(why);
            }
        });
        var runtime =
                new ClientRuntime(Clock.systemUTC(), System::nanoTime, name -> Thread::new, new SplittableRandom(3));
        market = new PublicMarket(
                new BackpackSettings("SOL_USDC", URI.create(venue.apiUrl()), URI.create(venue.wsUrl())),
                runtime,
                recorder,
                this::heard);
        recorder.start();
        market.start();
    }

    @AfterEach
    void end() {
        market.close();
        venue.close();
        recorder.close();
    }

    private void heard(VenueEvent event) {
        if (event instanceof VenueEvent.BookMoved moved) {
            var book = moved.book();
            live.put(book.updateId(), List.of(first(book.levels(Side.BID)), first(book.levels(Side.ASK))));
        } else if (event instanceof VenueEvent.Traded traded) {
            trades.add(traded.trade().id());
        } else if (event instanceof VenueEvent.StreamDown) {
            broken = true;
        }
    }

    private static List<Level> first(List<Level> levels) {
        return levels.subList(0, Math.min(LEVELS, levels.size()));
    }

    /** What the recording shows, by number, and what it tells of itself. */
    private static final class Played implements ExchangeListener {

        private final Map<Long, List<List<Level>>> books = new HashMap<>();
        private final List<Long> trades = new ArrayList<>();
        private final List<String> gaps = new ArrayList<>();
        private @Nullable Exchange exchange;

        @Override
        public void depthChanged(Supplier<DepthUpdate> update) {
            if (exchange != null) {
                var book = exchange.depth(LEVELS);
                books.put(update.get().lastId(), List.of(book.levels(Side.BID), book.levels(Side.ASK)));
            }
        }

        @Override
        public void traded(PublicTrade trade) {
            trades.add(trade.id());
        }

        @Override
        public void feedGap(Message what) {
            gaps.add(what.toString());
        }
    }

    private Played play() throws IOException {
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        var played = new Played();
        var listed = RecordedMarket.of(files);
        var settings = new ExchangeSettings(
                listed,
                listed.startPrice(),
                new MarketSource.Recording(files, QueueModel.RISK_AVERSE),
                0,
                Fixture.START,
                Duration.ZERO);
        try (var exchange = new Exchange(settings, played)) {
            played.exchange = exchange;
            exchange.advanceTo(Fixture.START + Duration.ofHours(1).toNanos());
        }
        return played;
    }

    private int assertSameBooks(Played played) {
        int common = 0;
        for (var book : live.entrySet()) {
            var again = played.books.get(book.getKey());
            if (again != null) {
                assertEquals(book.getValue(), again, () -> "at " + book.getKey());
                common++;
            }
        }
        return common;
    }

    @Test
    void theSameBookAtEveryCommonNumberAndEveryTradeInOrder() throws IOException {
        await().atMost(LONG).until(() -> live.size() > 200 && trades.size() > 10);
        market.close();
        recorder.close();

        var played = play();

        assertEquals(List.of(), played.gaps);
        int common = assertSameBooks(played);
        assertTrue(common > 150, () -> "only " + common + " of " + live.size());
        long first = played.trades.get(0);
        var heard = trades.stream().filter(id -> id >= first).toList();
        assertTrue(heard.size() > 3 && played.trades.containsAll(heard), () -> heard + " but " + played.trades);
    }

    @Test
    void aBreakOfTheStreamIsMarkedAndTheBookIsWholeAgainBehindIt() throws IOException {
        await().atMost(LONG).until(() -> live.size() > 50);
        long before = Collections.max(live.keySet());
        long now = Duration.between(Instant.EPOCH, Clock.systemUTC().instant()).toNanos();
        venue.faults().begin(Fault.WS_CLOSE, now, Duration.ofDays(1));
        await().atMost(LONG).until(() -> broken);
        venue.faults().end();
        await().atMost(LONG)
                .until(() ->
                        live.keySet().stream().filter(id -> id > before + 20).count() > 100);
        market.close();
        recorder.close();

        var played = play();

        assertEquals(
                1,
                played.gaps.stream()
                        .filter(gap -> gap.startsWith("simulator.feed.gap"))
                        .count(),
                () -> played.gaps.toString());
        assertSameBooks(played);
        long behind = live.keySet().stream()
                .filter(id -> id > before + 20 && played.books.containsKey(id))
                .count();
        assertTrue(behind > 50, () -> "only " + behind);
    }
}
