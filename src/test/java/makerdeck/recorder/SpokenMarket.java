package makerdeck.recorder;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.Fixture;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.ExchangeListener;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.PublicTrade;
import makerdeck.venue.MarketWitness;

/** The public streams of an exchange in the words of a recording, without their times. */
public final class SpokenMarket implements ExchangeListener {

    private static final int LEVELS = 1_000;

    private final Market rules;
    private final RecordedWords words;
    private final Consumer<String> lines;

    public SpokenMarket(Market rules, Consumer<String> lines) {
        this.rules = rules;
        this.words = new RecordedWords(rules);
        this.lines = lines;
    }

    /** Writes simulated traders of SOL down as {@code makerdeck record} does; a minute of them is over before it begins. */
    public static void record(Path file, MarketPreset preset, long seed, Duration length) throws IOException {
        try (var lines = new PrintWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            var now = new AtomicLong(Fixture.START);
            var spoken = new SpokenMarket(Fixture.SOL.rules(), json -> lines.println(now + " " + json));
            var exchange = new Exchange(
                    new ExchangeSettings(
                            Fixture.SOL,
                            Fixture.SOL.startPrice(),
                            new MarketSource.Agents(preset),
                            seed,
                            Fixture.START,
                            Duration.ofMinutes(1)),
                    spoken);
            spoken.rules();
            spoken.book(exchange);
            for (long millis = 1; millis <= length.toMillis(); millis++) {
                now.set(Fixture.START + millis * 1_000_000);
                exchange.advanceTo(now.get());
            }
        }
    }

    private interface Spoken {
        String line() throws RecordedWords.UnreadableException;
    }

    private void say(Spoken spoken) {
        try {
            lines.accept(spoken.line());
        } catch (RecordedWords.UnreadableException odd) {
            throw new AssertionError(odd);
        }
    }

    public void rules() {
        say(() -> RecordedWords.rules(rules));
    }

    /** The book as it is. */
    public void book(Exchange exchange) {
        var book = exchange.depth(LEVELS);
        say(() -> RecordedWords.picture(new MarketWitness.Picture(
                book.updateId(), spelled(book.levels(Side.BID)), spelled(book.levels(Side.ASK)))));
    }

    private List<List<String>> spelled(List<Level> levels) {
        return levels.stream()
                .map(level -> List.of(
                        rules.decimal(level.price()).toPlainString(),
                        rules.decimal(level.quantity()).toPlainString()))
                .toList();
    }

    @Override
    public void depthChanged(Supplier<DepthUpdate> changed) {
        var update = changed.get();
        say(() -> words.update(new MarketWitness.Update(
                update.firstId(), update.lastId(), spelled(update.bids()), spelled(update.asks()), null)));
    }

    @Override
    public void traded(PublicTrade trade) {
        say(() -> words.print(new MarketWitness.Print(
                trade.id(),
                rules.decimal(trade.price()).toPlainString(),
                rules.decimal(trade.quantity()).toPlainString(),
                trade.taker() == Side.ASK,
                null)));
    }
}
