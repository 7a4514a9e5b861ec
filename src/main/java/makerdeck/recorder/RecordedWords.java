package makerdeck.recorder;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import makerdeck.domain.Market;
import makerdeck.venue.MarketWitness;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a recording: a time in nanoseconds since 1970, a space, JSON. Foreign text gets into them as plain numbers
 * alone. Immutable.
 */
public final class RecordedWords {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,18})?");
    private static final int LONGEST_REASON = 160;

    private final String symbol;

    public RecordedWords(Market market) {
        symbol = plain(market.symbol());
    }

    /** What is traded: the first line of a file. */
    public static String rules(Market market) {
        return "{\"market\":{\"symbol\":\"" + plain(market.symbol()) + "\",\"base\":\"" + plain(market.base())
                + "\",\"quote\":\"" + plain(market.quote()) + "\",\"tickSize\":" + quoted(market.tickSize())
                + ",\"stepSize\":" + quoted(market.stepSize()) + ",\"minQuantity\":" + quoted(market.minQuantity())
                + "}}";
    }

    /** Throws {@link UnreadableException} for a level that is none. */
    public String update(MarketWitness.Update update) throws UnreadableException {
        return "{\"stream\":\"" + symbol + "@depth\",\"data\":{\"e\":\"depthUpdate\"" + time(update.atMicros())
                + ",\"s\":\"" + symbol + "\",\"U\":" + update.firstId() + ",\"u\":" + update.lastId() + ",\"b\":"
                + levels(update.bids()) + ",\"a\":" + levels(update.asks()) + "}}";
    }

    /** Throws {@link UnreadableException} for a price or a quantity that is none. */
    public String print(MarketWitness.Print print) throws UnreadableException {
        return "{\"stream\":\"" + symbol + "@trade\",\"data\":{\"e\":\"trade\"" + time(print.atMicros())
                + ",\"s\":\"" + symbol + "\",\"t\":" + print.id() + ",\"p\":" + number(print.price()) + ",\"q\":"
                + number(print.quantity()) + ",\"m\":" + print.buyerIsMaker() + "}}";
    }

    /** Throws {@link UnreadableException} for a level that is none. */
    public static String picture(MarketWitness.Picture picture) throws UnreadableException {
        return "{\"lastUpdateId\":" + picture.lastId() + ",\"bids\":" + levels(picture.bids()) + ",\"asks\":"
                + levels(picture.asks()) + "}";
    }

    public static String gap(String why) {
        return "{\"gap\":\"" + plain(why) + "\"}";
    }

    private static String time(@Nullable Long micros) {
        return micros == null ? "" : ",\"E\":" + micros / 1000;
    }

    private static String levels(List<List<String>> levels) throws UnreadableException {
        var text = new StringBuilder("[");
        for (var level : levels) {
            if (level.size() != 2) {
                throw new UnreadableException(level.toString());
            }
            text.append(text.length() == 1 ? "[" : ",[")
                    .append(number(level.get(0)))
                    .append(',')
                    .append(number(level.get(1)))
                    .append(']');
        }
        return text.append(']').toString();
    }

    private static String number(String foreign) throws UnreadableException {
        if (!NUMBER.matcher(foreign).matches()) {
            throw new UnreadableException(foreign);
        }
        return "\"" + foreign + "\"";
    }

    private static String quoted(BigDecimal number) {
        return "\"" + number.toPlainString() + "\"";
    }

    /** Nothing that JSON would have to escape. */
    private static String plain(String text) {
        return text.codePoints()
                .limit(LONGEST_REASON)
                .mapToObj(c -> c < ' ' || c > '~' || c == '"' || c == '\\' ? "?" : Character.toString(c))
                .collect(Collectors.joining());
    }

    /** What was heard is no number: the line cannot be written. */
    public static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnreadableException(String text) {
            super(text);
        }
    }
}
