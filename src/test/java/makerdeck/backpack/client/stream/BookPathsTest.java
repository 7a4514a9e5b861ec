package makerdeck.backpack.client.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import makerdeck.backpack.client.Samples;
import makerdeck.backpack.client.SteppedNanos;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.DepthSnapshot;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.LevelText;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fast way of a frame into the book, text by text against the slow one: the same books, the same losses in the
 * same words, the same wishes. With {@code -Dcampaign=N} N seeds more.
 */
class BookPathsTest {

    private static final List<Market> MARKETS = List.of(
            Samples.SOL_USDC,
            market("0.05", "0.001"),
            market("0.00000001", "1"),
            market("10", "0.00001"),
            market("1E+2", "5"));

    private static Market market(String tick, String step) {
        return new Market(
                "SOL_USDC",
                "SOL",
                "USDC",
                new BigDecimal(tick),
                new BigDecimal(step),
                BigDecimal.ONE,
                null,
                null,
                MarketState.OPEN);
    }

    /** One way, and all that came of it. */
    private static final class Way implements BookBuilder.Owner {

        private final Codec codec = new Codec();
        private final SteppedNanos nanos = new SteppedNanos(0);
        private final String before;
        private final BookBuilder builder;
        private final List<Object> heard = new ArrayList<>();
        private boolean wanted;
        private boolean resubscribes;
        private int plain;
        private Book last = Book.EMPTY;

        /** @param before put before each text */
        Way(String before, BookSide.Start start, Market market) {
            this.before = before;
            builder = new BookBuilder(start, new WireDecoder(market), nanos, this);
        }

        void take(String text) {
            try {
                var frame = codec.decodeFrame(before + text);
                heard.add(frame);
                if (frame.data() instanceof StreamData.Depth depth) {
                    plain += depth.asks() instanceof LevelText || depth.bids() instanceof LevelText ? 1 : 0;
                    heard.add(builder.diff(depth));
                }
            } catch (MalformedMessageException e) {
                heard.add(String.valueOf(e.getMessage()));
                builder.unreadable(Message.plain(String.valueOf(e.getMessage())));
            }
        }

        void agrees(DepthSnapshot nearest) {
            try {
                heard.add(builder.agrees(nearest));
            } catch (DecodeException e) {
                heard.add(Keys.of(e.said()));
            }
        }

        void seed(DepthSnapshot snapshot) {
            wanted = false;
            heard.add(builder.seed(snapshot));
        }

        void begin() {
            resubscribes = false;
            wanted = true;
            builder.begin();
        }

        List<Object> state() {
            heard.addAll(List.of(builder.isSeeded(), builder.lastUpdateId(), builder.gaps(), builder.epoch()));
            var said = List.copyOf(heard);
            heard.clear();
            return said;
        }

        @Override
        public void snapshotWanted() {
            heard.add("snapshot wanted");
            wanted = true;
        }

        @Override
        public void subscriptionWanted(Message reason) {
            heard.add(Keys.of(reason));
            resubscribes = true;
        }

        @Override
        public void bookMoved(Book book) {
            last = book;
            heard.add(book);
        }

        @Override
        public void bookLost(Message reason) {
            heard.add(Keys.of(reason));
        }
    }

    private Way fast = new Way("", TickSide::new, Samples.SOL_USDC);
    private Way slow = new Way(" ", ExactSide::new, Samples.SOL_USDC);
    private int books;

    private void begin(Market market) {
        fast = new Way("", TickSide::new, market);
        slow = new Way(" ", ExactSide::new, market);
        fast.begin();
        slow.begin();
    }

    private void compare(String after) {
        var said = fast.state();
        assertEquals(slow.state(), said, after);
        books += said.stream().anyMatch(Book.class::isInstance) ? 1 : 0;
    }

    private void take(String text) {
        fast.take(text);
        slow.take(text);
        compare(text);
    }

    private void seed(DepthSnapshot snapshot) {
        fast.seed(snapshot);
        slow.seed(snapshot);
        compare(String.valueOf(snapshot.id()));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30 + Integer.getInteger("campaign", 0));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothWaysSayTheSame(long seed) {
        var random = new SplittableRandom(seed);
        var market = MARKETS.get((int) (seed % MARKETS.size()));
        begin(market);
        var texts = new DepthTexts(random.split(), market);
        var last = texts.frame();
        for (int i = 0; i < 1000; i++) {
            last = random.nextInt(60) == 0 ? last : texts.frame();
            if (random.nextInt(300) > 0) {
                take(last);
            }
            if (slow.wanted && random.nextInt(3) == 0) {
                seed(texts.snapshot());
            }
            if (slow.resubscribes) {
                fast.begin();
                slow.begin();
            }
            sometimes(random, texts);
        }
        assertTrue(books > 200, "books " + books);
        assertTrue(fast.plain > 500 && slow.plain == 0, "plain " + fast.plain);
    }

    private void sometimes(SplittableRandom random, DepthTexts texts) {
        switch (random.nextInt(100)) {
            case 0 -> both(way -> way.builder.review());
            case 1 -> both(way -> way.builder.doubt(Message.plain("doubt")));
            case 2 -> both(way -> way.builder.confirm());
            case 3 -> both(way -> way.nanos.advance(Duration.ofMillis(700)));
            case 4 -> {
                var nearest = texts.nearest();
                both(way -> way.agrees(nearest));
            }
            case 5 -> {
                var nearest = texts.nearest(slow.last);
                both(way -> way.agrees(nearest));
            }
            default -> {}
        }
    }

    private void both(Consumer<Way> what) {
        what.accept(fast);
        what.accept(slow);
        compare("between");
    }

    private static Path shared(String folder, String file) {
        var path = Path.of(System.getProperty("shared", "../shared"), folder, file);
        assumeTrue(Files.exists(path), "not here: " + path);
        return path;
    }

    @Test
    void bothWaysSayTheSameOfTheVenuesOwnFrames() throws IOException {
        for (var file : List.of(
                "ws_public_sol_usdc_2026-09-02", "ws_public_depth_200ms", "ws_public_depth_edge", "ws_public_trade")) {
            begin(Samples.SOL_USDC);
            var texts = Files.readAllLines(shared("backpack/messages", file + ".jsonl"));
            texts.forEach(this::take);
            seed(new DepthSnapshot(slow.builder.lastUpdateId(), List.of(), List.of()));
        }
    }

    /** As recorded, and again in the venue's own spelling, which the fast way knows. */
    @Test
    void bothWaysSayTheSameOfARecordedMarket() throws Exception {
        begin(market("0.01", "0.00001"));
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(shared("replay", "btcusdt_20240808.gz"))),
                StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var json = line.substring(line.indexOf('{'));
                if (json.contains("@depth")) {
                    take(DepthTexts.inTheVenuesSpelling(json));
                } else if (!json.contains("\"stream\"")) {
                    seed(DepthSnapshot.decode(slow.codec, json));
                }
            }
        }
        assertTrue(books > 1000 && fast.plain > 1000, books + " books, plain " + fast.plain);
    }
}
