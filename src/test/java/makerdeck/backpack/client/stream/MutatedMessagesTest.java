package makerdeck.backpack.client.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import makerdeck.backpack.client.Mutation;
import makerdeck.backpack.client.Samples;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.DepthSnapshot;
import makerdeck.backpack.client.base.MarketRules;
import makerdeck.backpack.client.calls.OpenOrderList;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.wire.ApiError;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Markets;
import makerdeck.backpack.wire.OrderUpdate;
import makerdeck.backpack.wire.Orders;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Recorded messages with members removed, doubled, retyped and enlarged: each is read or refused, and nothing else
 * happens. With {@code -Dcampaign=N} N seeds more.
 */
class MutatedMessagesTest {

    private static final int MUTATIONS_A_SEED = 500;
    private static final Pattern HARMLESS = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\u2028\\u2029]*");

    private final Codec codec = new Codec();
    private final BookBuilder builder = new BookBuilder(Samples.RULES, () -> 0, new Nobody());
    private final Map<String, Integer> ends = new TreeMap<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 1 + Integer.getInteger("campaign", 0));
    }

    private static List<String> recorded() throws IOException {
        var folder = Path.of(System.getProperty("shared", "../shared"), "backpack", "messages");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no recorded messages at " + folder);
        var texts = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (name.endsWith(".jsonl")) {
                    Files.readAllLines(file).stream().limit(40).forEach(texts::add);
                } else if (name.endsWith(".json")) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @FaultRow({"66", "67", "68"})
    void areReadOrRefusedAndNothingElse(long seed) throws IOException {
        var texts = recorded();
        var random = new SplittableRandom(seed);

        for (int i = 0; i < MUTATIONS_A_SEED; i++) {
            var text = texts.get(random.nextInt(texts.size()));
            for (int more = random.nextInt(3); more >= 0; more--) {
                text = Mutation.of(text, random);
            }
            feed(text);
        }

        assertTrue(ends.getOrDefault("read", 0) > 0 && ends.getOrDefault("refused", 0) > 0, ends::toString);
    }

    private void feed(String text) {
        read(() -> frame(text));
        read(() -> OpenOrderList.of(Samples.RULES, codec.decodeRows(Orders.Order.class, text)));
        read(() -> Samples.RULES.order(codec.decode(Orders.Order.class, text)));
        read(() -> fills(text));
        read(() -> history(text));
        read(() -> codec.decodeRows(Orders.BatchRow.class, text));
        read(() -> codec.decodeRows(Markets.Kline.class, text));
        read(() -> builder.seed(DepthSnapshot.decode(codec, text)));
        read(() -> MarketRules.market(codec, text));
        read(() -> MarketRules.Terms.decode(codec, text));
        read(() -> ApiRejection.of(400, codec.decode(ApiError.class, text)));
        assertHarmless(Keys.of(ApiRejection.ofText(400, text).message()));
    }

    private void frame(String text) throws MalformedMessageException, DecodeException {
        var data = codec.decodeFrame(text).data();
        if (data instanceof OrderUpdate update) {
            read(() -> Samples.RULES.fill(update));
            Samples.RULES.order(update);
        } else if (data instanceof StreamData.Depth depth) {
            builder.diff(depth);
        } else if (data instanceof StreamData.Trade trade) {
            Samples.RULES.trade(trade);
        }
    }

    private void fills(String text) throws MalformedMessageException {
        for (var row : codec.decodeRows(Orders.Fill.class, text)) {
            assertHarmless(row.trouble());
            var message = row.message();
            if (message != null) {
                read(() -> Samples.RULES.fill(message));
            }
        }
    }

    private void history(String text) throws MalformedMessageException {
        for (var row : codec.decodeRows(Orders.HistoryOrder.class, text)) {
            var message = row.message();
            if (message != null) {
                read(() -> Samples.RULES.order(message));
            }
        }
    }

    /** What reads may refuse, in words that harm nobody. */
    private interface Attempt {
        void read() throws MalformedMessageException, DecodeException;
    }

    private void read(Attempt attempt) {
        try {
            attempt.read();
            ends.merge("read", 1, Integer::sum);
        } catch (MalformedMessageException | DecodeException refused) {
            ends.merge("refused", 1, Integer::sum);
            assertHarmless(String.valueOf(refused.getMessage()));
        }
    }

    private static void assertHarmless(String words) {
        assertTrue(HARMLESS.matcher(words).matches(), () -> "not harmless: " + words);
        assertTrue(words.length() < 1000, () -> "too long: " + words.length());
    }

    private static final class Nobody implements BookBuilder.Owner {

        @Override
        public void snapshotWanted() {}

        @Override
        public void subscriptionWanted(Message reason) {}

        @Override
        public void bookMoved(Book book) {
            assertEquals(book, new Book(book.bids(), book.asks(), book.updateId()));
        }

        @Override
        public void bookLost(Message reason) {
            assertHarmless(Keys.of(reason));
        }
    }
}
