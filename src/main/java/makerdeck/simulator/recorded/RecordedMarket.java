package makerdeck.simulator.recorded;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.message.BadFileException;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.simulator.model.ListedMarket;
import org.jspecify.annotations.Nullable;

/** Derives the market from a recording: its symbol, the decimals it uses and its first best bid. */
public final class RecordedMarket {

    private static final List<String> QUOTES = List.of("USDT", "USDC", "FDUSD", "USD", "EUR", "BTC", "ETH");

    private RecordedMarket() {}

    /**
     * The market that a recording shows; {@code BTCUSDT} becomes {@code BTC_USDT}. Tick and step are
     * the finest decimals of its snapshot.
     *
     * @throws IOException with one line when the file cannot be read or shows no market
     */
    public static ListedMarket of(Path file) throws IOException {
        var misfits = new ArrayList<Message>();
        try (var recording = new Recording(file, misfits::add)) {
            String symbol = null;
            RecordedLine.Snapshot snapshot = null;
            while (symbol == null || snapshot == null) {
                var line = recording.next();
                if (line == null) {
                    throw new BadFileException(file, missing(snapshot, misfits));
                }
                snapshot = line instanceof RecordedLine.Snapshot found ? found : snapshot;
                symbol = symbol == null ? symbolOf(line) : symbol;
            }
            return market(file, symbol, snapshot);
        } catch (MistakeException mistake) {
            throw new BadFileException(file, Message.of("simulator.feed.no-market", mistake.said()));
        } catch (ArithmeticException | IllegalArgumentException odd) {
            throw new BadFileException(file, Message.of("simulator.feed.no-market", String.valueOf(odd.getMessage())));
        }
    }

    /** The first line that was left out most likely says why. */
    private static Message missing(RecordedLine.@Nullable Snapshot snapshot, List<Message> misfits) {
        var missing =
                snapshot == null ? Message.of("simulator.feed.no-snapshot") : Message.of("simulator.feed.no-symbol");
        return misfits.isEmpty() ? missing : Message.of("simulator.feed.because", missing, misfits.get(0));
    }

    private static @Nullable String symbolOf(RecordedLine line) {
        if (line instanceof RecordedLine.Diff diff) {
            return diff.symbol();
        }
        if (line instanceof RecordedLine.Best best) {
            return best.symbol();
        }
        return line instanceof RecordedLine.Trade trade ? trade.symbol() : null;
    }

    private static ListedMarket market(Path file, String joined, RecordedLine.Snapshot snapshot) throws IOException {
        if (snapshot.bids().isEmpty()) {
            throw new BadFileException(file, Message.of("simulator.feed.no-bids"));
        }
        var upper = joined.toUpperCase(Locale.ROOT);
        var quote = QUOTES.stream()
                .filter(upper::endsWith)
                .findFirst()
                .orElseThrow(() -> new BadFileException(file, Message.of("simulator.feed.no-quote", joined)));
        var base = upper.substring(0, upper.length() - quote.length());
        var all = List.of(snapshot.bids(), snapshot.asks());
        var tick = finest(all.stream().flatMap(List::stream).map(RecordedLine.Displayed::price));
        var step = finest(all.stream().flatMap(List::stream).map(RecordedLine.Displayed::quantity));
        var rules = new Market(
                base + "_" + quote,
                base,
                quote,
                tick,
                step,
                step,
                new BigDecimal("0.25"),
                new BigDecimal("2"),
                MarketState.OPEN);
        return new ListedMarket(
                rules,
                tick,
                new BigDecimal("0.99"),
                new BigDecimal("1.01"),
                snapshot.bids().get(0).price());
    }

    private static BigDecimal finest(Stream<BigDecimal> values) {
        int decimals = values.mapToInt(value -> value.stripTrailingZeros().scale())
                .max()
                .orElse(0);
        return BigDecimal.ONE.movePointLeft(Math.max(0, decimals));
    }
}
