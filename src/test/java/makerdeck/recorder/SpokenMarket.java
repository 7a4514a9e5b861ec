package makerdeck.recorder;

import java.util.List;
import java.util.function.Consumer;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.model.DepthUpdate;
import makerdeck.simulator.model.ExchangeListener;
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
    public void depthChanged(DepthUpdate update) {
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
