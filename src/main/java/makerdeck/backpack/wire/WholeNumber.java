package makerdeck.backpack.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A whole number, spelled as one: digits are counted before anything is reckoned, and an exponent is none. */
final class WholeNumber<N extends Number> extends JsonAdapter<N> {

    static final JsonAdapter<Long> LONG = new WholeNumber<>(Long::valueOf);
    static final JsonAdapter<Integer> INTEGER = new WholeNumber<>(Integer::valueOf);

    private static final int MOST_DIGITS = 19;

    private final Function<String, N> value;

    private WholeNumber(Function<String, N> value) {
        this.value = value;
    }

    @Override
    public @Nullable N fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        var text = reader.nextString();
        try {
            if (isWhole(text)) {
                return value.apply(text);
            }
        } catch (NumberFormatException tooLarge) {
            throw new JsonDataException(trouble(reader, text), tooLarge);
        }
        throw new JsonDataException(trouble(reader, text));
    }

    private static boolean isWhole(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        int digits = text.length() - first;
        return digits > 0 && digits <= MOST_DIGITS && text.chars().skip(first).allMatch(c -> c >= '0' && c <= '9');
    }

    private static String trouble(JsonReader reader, String text) {
        var shown = text.length() > MOST_DIGITS ? text.substring(0, MOST_DIGITS) + "\u2026" : text;
        return "no whole number of at most " + MOST_DIGITS + " digits at path " + reader.getPath() + ": " + shown;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable N number) throws IOException {
        writer.value(number);
    }
}
