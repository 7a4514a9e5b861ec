package makerdeck.simulator.recorded;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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

/** Derives the market from recordings: its symbol, its steps or the decimals it uses, and its first best bid. */
public final class RecordedMarket {

    private static final List<String> QUOTES = List.of("USDT", "USDC", "FDUSD", "USD", "EUR", "BTC", "ETH");

    private RecordedMarket() {}

    /**
     * The market that recordings show, to be played one after the other; {@code BTCUSDT} becomes {@code BTC_USDT}. Where
     * they do not say so themselves, tick and step are the finest decimals of their first snapshots.
     *
     * @throws IOException with one line when a file cannot be read, shows no market, or another one than the first
     */
    public static ListedMarket of(List<Path> files) throws IOException {
        var first = of(files.get(0));
        var all = first;
        for (var file : files.subList(1, files.size())) {
            all = joined(all, of(file), file);
        }
        return all;
    }

    private static ListedMarket joined(ListedMarket first, ListedMarket next, Path file) throws IOException {
        var one = first.rules();
        var other = next.rules();
        if (!one.symbol().equals(other.symbol())) {
            throw new BadFileException(file, Message.of("simulator.feed.other-market", other.symbol(), one.symbol()));
        }
        return listed(
                one.symbol(),
                one.base(),
                one.quote(),
                one.tickSize().min(other.tickSize()),
                one.stepSize().min(other.stepSize()),
                one.minQuantity().min(other.minQuantity()),
                first.startPrice());
    }

    /**
     * The market that a recording shows.
     *
     * @throws IOException with one line when the file cannot be read or shows no market
     */
    public static ListedMarket of(Path file) throws IOException {
        var misfits = new ArrayList<Message>();
        try (var recording = new Recording(file, misfits::add)) {
            String symbol = null;
            RecordedLine.Rules rules = null;
            RecordedLine.Snapshot snapshot = null;
            while (snapshot == null || symbol == null) {
                var line = recording.next();
                if (line == null) {
                    throw new BadFileException(file, missing(snapshot, misfits));
                }
                rules = line instanceof RecordedLine.Rules found ? found : rules;
                snapshot = line instanceof RecordedLine.Snapshot found ? found : snapshot;
                symbol = symbol == null ? symbolOf(line) : symbol;
            }
            return market(file, rules, symbol, snapshot);
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
        if (line instanceof RecordedLine.Rules rules) {
            return rules.symbol();
        }
        if (line instanceof RecordedLine.Diff diff) {
            return diff.symbol();
        }
        if (line instanceof RecordedLine.Best best) {
            return best.symbol();
        }
        return line instanceof RecordedLine.Trade trade ? trade.symbol() : null;
    }

    private static ListedMarket market(
            Path file, RecordedLine.@Nullable Rules rules, String symbol, RecordedLine.Snapshot snapshot)
            throws IOException {
        var best = snapshot.bids().stream()
                .map(RecordedLine.Displayed::price)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new BadFileException(file, Message.of("simulator.feed.no-bids")));
        if (rules != null) {
            return listed(
                    rules.symbol(), rules.base(), rules.quote(), rules.tick(), rules.step(), rules.minQuantity(), best);
        }
        var upper = symbol.toUpperCase(Locale.ROOT);
        var quote = QUOTES.stream()
                .filter(upper::endsWith)
                .findFirst()
                .orElseThrow(() -> new BadFileException(file, Message.of("simulator.feed.no-quote", symbol)));
        var base = upper.substring(0, upper.length() - quote.length()).replace("_", "");
        var all = List.of(snapshot.bids(), snapshot.asks());
        var tick = finest(all.stream().flatMap(List::stream).map(RecordedLine.Displayed::price));
        var step = finest(all.stream().flatMap(List::stream).map(RecordedLine.Displayed::quantity));
        return listed(base + "_" + quote, base, quote, tick, step, step, best);
    }

    private static ListedMarket listed(
            String symbol,
            String base,
            String quote,
            BigDecimal tick,
            BigDecimal step,
            BigDecimal minQuantity,
            BigDecimal startPrice) {
        var rules = new Market(
                symbol,
                base,
                quote,
                tick,
                step,
                minQuantity,
                new BigDecimal("0.25"),
                new BigDecimal("2"),
                MarketState.OPEN);
        return new ListedMarket(rules, tick, new BigDecimal("0.99"), new BigDecimal("1.01"), startPrice);
    }

    private static BigDecimal finest(Stream<BigDecimal> values) {
        int decimals = values.mapToInt(value -> value.stripTrailingZeros().scale())
                .max()
                .orElse(0);
        return BigDecimal.ONE.movePointLeft(Math.max(0, decimals));
    }
}
