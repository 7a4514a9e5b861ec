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
import java.util.ArrayDeque;
import java.util.zip.GZIPInputStream;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.DepthSnapshot;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.client.base.WireFields;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Six minutes of a real exchange: our book must have its best bid and ask at every id both report. */
class RecordedFeedTest {

    private static final Market BTC_USDT = new Market(
            "BTC_USDT",
            "BTC",
            "USDT",
            new BigDecimal("0.01"),
            new BigDecimal("0.00001"),
            new BigDecimal("0.00001"),
            null,
            null,
            MarketState.OPEN);

    public record DepthLine(StreamData.@Nullable Depth data) {}

    public record TickerLine(StreamData.@Nullable BookTicker data) {}

    private final Codec codec = new Codec();
    private final WireDecoder rules = new WireDecoder(BTC_USDT);
    private final ArrayDeque<StreamData.BookTicker> tickers = new ArrayDeque<>();
    private final ArrayDeque<Book> books = new ArrayDeque<>();

    private final BookBuilder builder = new BookBuilder(rules, () -> 0, new BookBuilder.Owner() {
        @Override
        public void snapshotWanted() {
            // The market leaves the recorded thousand levels; there is no second snapshot in the file.
        }

        @Override
        public void subscriptionWanted(Message reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void bookMoved(Book book) {
            books.add(book);
        }

        @Override
        public void bookLost(Message reason) {
            throw new AssertionError(reason);
        }
    });

    @Test
    void theRebuiltTopIsTheRecordedTop() throws Exception {
        var file = Path.of(System.getProperty("shared", "../shared"), "replay", "btcusdt_20240808.gz");
        assumeTrue(Files.exists(file), "the recorded feed is not here");

        read(file);

        assertTrue(compared() > 500, "too few common ids");
        assertEquals(0, builder.gaps());
    }

    private void read(Path file) throws IOException, MalformedMessageException, DecodeException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line.substring(line.indexOf('{')));
            }
        }
    }

    private void take(String json) throws MalformedMessageException, DecodeException {
        if (json.contains("@depth")) {
            builder.diff(WireFields.present(codec.decode(DepthLine.class, json).data(), "data"));
        } else if (json.contains("@bookTicker")) {
            tickers.add(WireFields.present(codec.decode(TickerLine.class, json).data(), "data"));
        } else if (!json.contains("\"stream\"")) {
            builder.seed(DepthSnapshot.decode(codec, json));
        }
    }

    private int compared() throws DecodeException {
        int compared = 0;
        for (var book : books) {
            while (!tickers.isEmpty() && id(tickers.getFirst()) < book.updateId()) {
                tickers.removeFirst();
            }
            if (!tickers.isEmpty() && id(tickers.getFirst()) == book.updateId()) {
                var ticker = tickers.getFirst();
                assertEquals(
                        level(Side.BID, ticker.bid(), ticker.bidQuantity()),
                        book.best(Side.BID).orElseThrow());
                assertEquals(
                        level(Side.ASK, ticker.ask(), ticker.askQuantity()),
                        book.best(Side.ASK).orElseThrow());
                compared++;
            }
        }
        return compared;
    }

    private static long id(StreamData.BookTicker ticker) throws DecodeException {
        return WireFields.present(ticker.updateId(), "u");
    }

    private Level level(Side side, @Nullable String price, @Nullable String quantity) throws DecodeException {
        return rules.level(side, WireFields.decimal(price, "price"), WireFields.decimal(quantity, "quantity"));
    }
}
