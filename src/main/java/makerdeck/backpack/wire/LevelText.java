package makerdeck.backpack.wire;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Levels of a book where they stand in a text, without a blank: {@code ["98.97","22.39"],["99.00","0.00"]}, at least
 * one, of digits and points only. Whoever wants numbers reads them there; as a list they are spelled out when somebody
 * asks. Immutable, any thread.
 */
public final class LevelText extends AbstractList<List<String>> implements RandomAccess {

    /** From the bracket of a level to its price: {@code ["}. */
    public static final int TO_PRICE = 2;

    /** From the closing quote of a price to the quantity: {@code ","}. */
    public static final int TO_QUANTITY = 3;

    /** From the closing quote of a quantity to what follows the level: {@code "]}. */
    public static final int TO_END = 2;

    private final String text;
    private final int from;
    private final int end;

    // Whichever thread writes it writes the same.
    private @Nullable List<List<String>> spelled;

    LevelText(String text, int from, int end) {
        this.text = text;
        this.from = from;
        this.end = end;
    }

    /** The text they stand in, which has more before and behind them. */
    public String text() {
        return text;
    }

    /** Where the bracket of the first level is. A comma follows every level but the last. */
    public int from() {
        return from;
    }

    private List<List<String>> spelled() {
        var levels = spelled;
        if (levels == null) {
            levels = spelledOut();
            spelled = levels;
        }
        return levels;
    }

    private List<List<String>> spelledOut() {
        var levels = new ArrayList<List<String>>();
        for (int at = from; at < end; at++) {
            int price = at + TO_PRICE;
            int afterPrice = text.indexOf('"', price);
            int quantity = afterPrice + TO_QUANTITY;
            int afterQuantity = text.indexOf('"', quantity);
            levels.add(List.of(text.substring(price, afterPrice), text.substring(quantity, afterQuantity)));
            at = afterQuantity + TO_END;
        }
        return Collections.unmodifiableList(levels);
    }

    @Override
    public List<String> get(int index) {
        return spelled().get(index);
    }

    @Override
    public int size() {
        return spelled().size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LevelText levels
                ? end - from == levels.end - levels.from
                        && text.regionMatches(from, levels.text, levels.from, end - from)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
