package makerdeck.console.pane;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import makerdeck.command.PaneName;
import makerdeck.console.history.MarketHistory;
import makerdeck.console.line.LineView;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Recent;
import makerdeck.domain.Book;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.Severity;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/**
 * All that one frame shows. Immutable.
 *
 * @param book the ladder's; may be a little older than the desk's, because nobody reads ten ladders a second
 * @param now the instant the ages are counted to
 * @param mids of the last hour, oldest first
 * @param history what the market's line is drawn from, as it stands while the frame is painted
 * @param direction of the last move of the mid: above zero for up, below for down, zero for none
 * @param bytesPerSecond what the screen costs
 * @param speech in which all of it is said
 */
public record View(
        DeskSnapshot desk,
        Book book,
        Instant now,
        ZoneId zone,
        LineView line,
        ScreenOptions options,
        List<BigDecimal> mids,
        MarketHistory history,
        int direction,
        int bytesPerSecond,
        Speech speech) {

    private static final Duration LATE = Duration.ofSeconds(1);
    private static final Duration STALE = Duration.ofSeconds(3);
    private static final Duration DOWN = Duration.ofSeconds(10);
    private static final Duration ENGINE_CRITICAL = Duration.ofSeconds(2);

    /** What an age means for somebody who wants to trust the number. */
    public enum Trust {
        FRESH,
        LAG,
        STALE,
        DOWN
    }

    public View {
        mids = List.copyOf(mids);
    }

    /** Something told, in words. */
    public String say(Message message) {
        return speech.say(message);
    }

    /** A text of the screen with its values in place. */
    public String say(String key, @Nullable Object... values) {
        return speech.say(key, values);
    }

    /** What stands still while the screen is frozen: this view with the book, fills and log of that moment. */
    public View still() {
        var frozen = options.frozen();
        return frozen == null
                ? this
                : new View(
                        frozen.desk(),
                        frozen.book(),
                        now,
                        zone,
                        line,
                        options,
                        mids,
                        history,
                        direction,
                        bytesPerSecond,
                        speech);
    }

    /** What rows of a pane must have in them to be shown; a filter works while it is typed. */
    String filter(PaneName pane) {
        var focus = options.focus();
        var typed = typedFilter();
        if (typed.isPresent() && focus.target() == pane) {
            return typed.get();
        }
        return focus.filtered() == pane ? focus.filter() : "";
    }

    /** The filter that is being typed; empty when what is typed is none. */
    public Optional<String> typedFilter() {
        return line.text().startsWith(LineView.FILTER)
                ? Optional.of(line.text().substring(LineView.FILTER.length()).strip())
                : Optional.empty();
    }

    /** Age of the book; null before the first one. */
    @Nullable
    Duration bookAge() {
        var at = desk.bookAt();
        return at == null ? null : Duration.between(at, now);
    }

    Trust bookTrust() {
        var age = bookAge();
        if (age == null || age.compareTo(DOWN) > 0 || !desk.health().publicUp()) {
            return Trust.DOWN;
        }
        if (age.compareTo(STALE) > 0) {
            return Trust.STALE;
        }
        return age.compareTo(LATE) > 0 ? Trust.LAG : Trust.FRESH;
    }

    /** The age of the book and what it means; one that would contradict the other is left out. */
    String bookAgeText() {
        var age = bookAge();
        if (age == null) {
            return "-";
        }
        var text = Figures.age(age);
        return switch (bookTrust()) {
            case FRESH -> text;
            case LAG -> text + " " + say("console.trust.lag");
            case STALE -> text + " " + say("console.trust.stale");
            case DOWN -> (age.compareTo(LATE) <= 0 ? "" : text + " ") + say("console.trust.down");
        };
    }

    /** Age of everything the engine says. */
    Duration engineAge() {
        return Duration.between(desk.at(), now);
    }

    /** Before its first snapshot there is no engine that could be late. */
    boolean engineIsLate() {
        return desk.sequence() > 0 && engineAge().compareTo(ENGINE_CRITICAL) > 0;
    }

    /** Those of the desk, and behind them the one that a desk which does not move cannot raise itself. */
    public List<Alert> alerts() {
        if (!engineIsLate()) {
            return desk.alerts();
        }
        var text = Message.of("console.alert.engine-silent", engineAge().toSeconds());
        return Stream.concat(desk.alerts().stream(), Stream.of(new Alert(desk.at(), Severity.CRITICAL, text, 1)))
                .toList();
    }

    /** What is to stand out because it has just happened. */
    Recent recent() {
        return Recent.of(desk.log(), now);
    }

    /** Halfway between the best prices; empty unless there are both. */
    public Optional<BigDecimal> mid() {
        return mid(desk.market(), book);
    }

    /** Halfway between the best prices of a book; empty unless there are both. */
    public static Optional<BigDecimal> mid(@Nullable Market market, Book book) {
        var bid = book.best(Side.BID);
        var ask = book.best(Side.ASK);
        if (market == null || bid.isEmpty() || ask.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(market.mid(bid.get().price(), ask.get().price()));
    }

    /** Decimals of a price on this market. */
    int priceDecimals() {
        var market = desk.market();
        return market == null ? 2 : Math.max(0, market.tickSize().scale());
    }

    /** Spread of the book in the quote asset; zero unless there are both sides. */
    BigDecimal bookSpread() {
        var market = desk.market();
        var bid = book.best(Side.BID);
        var ask = book.best(Side.ASK);
        if (market == null || bid.isEmpty() || ask.isEmpty()) {
            return BigDecimal.ZERO.setScale(priceDecimals(), RoundingMode.UNNECESSARY);
        }
        return market.decimal(ask.get().price())
                .subtract(market.decimal(bid.get().price()));
    }
}
