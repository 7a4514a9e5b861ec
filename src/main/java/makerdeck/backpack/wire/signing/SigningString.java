package makerdeck.backpack.wire.signing;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.wire.MalformedMessageException;
import okio.Buffer;

/**
 * The text a request's signature covers: instruction, parameters sorted by name with their values
 * exactly as sent, time, window. Any thread; never blocks.
 */
public final class SigningString {

    /** The window of a request that names none. */
    public static final Duration DEFAULT_WINDOW = Duration.ofMillis(5000);

    private SigningString() {}

    /**
     * For a request without a body.
     *
     * @param query decoded names and values; repeated names keep their order
     */
    public static String ofQuery(
            Instruction instruction, List<Map.Entry<String, String>> query, Instant at, Duration window) {
        var text = new StringBuilder();
        append(text, instruction, query);
        return finish(text, at, window);
    }

    /** For a request with a JSON body: an object, or an array of objects for a batch. */
    public static String ofBody(Instruction instruction, String json, Instant at, Duration window)
            throws MalformedMessageException {
        var text = new StringBuilder();
        var reader = JsonReader.of(new Buffer().writeUtf8(json));
        try {
            if (reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
                reader.beginArray();
                while (reader.hasNext()) {
                    append(text, instruction, members(reader));
                }
                reader.endArray();
            } else {
                append(text, instruction, members(reader));
            }
        } catch (IOException | JsonDataException e) {
            throw new MalformedMessageException("not a body to sign", e);
        }
        return finish(text, at, window);
    }

    /** For a socket frame: stream names are not signed. */
    public static String ofSubscription(Instant at, Duration window) {
        return ofQuery(Instruction.SUBSCRIBE, List.of(), at, window);
    }

    private static List<Map.Entry<String, String>> members(JsonReader reader) throws IOException {
        var members = new ArrayList<Map.Entry<String, String>>();
        reader.beginObject();
        while (reader.hasNext()) {
            var name = reader.nextName();
            switch (reader.peek()) {
                case NULL -> reader.skipValue();
                case BOOLEAN -> members.add(Map.entry(name, String.valueOf(reader.nextBoolean())));
                default -> members.add(Map.entry(name, reader.nextString()));
            }
        }
        reader.endObject();
        return members;
    }

    private static void append(
            StringBuilder text, Instruction instruction, List<Map.Entry<String, String>> parameters) {
        text.append(text.isEmpty() ? "" : "&").append("instruction=").append(instruction.text());
        parameters.stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(each ->
                        text.append('&').append(each.getKey()).append('=').append(each.getValue()));
    }

    private static String finish(StringBuilder text, Instant at, Duration window) {
        return text.append("&timestamp=")
                .append(at.toEpochMilli())
                .append("&window=")
                .append(window.toMillis())
                .toString();
    }
}
