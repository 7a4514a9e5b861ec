package makerdeck.notify.sink;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import okio.Buffer;

/** A small JSON object: texts, whole numbers, truths, lists of texts and objects, as they are in a map. */
final class Fields {

    private Fields() {}

    static String text(Map<String, Object> fields) {
        var buffer = new Buffer();
        try (var json = JsonWriter.of(buffer)) {
            write(json, fields);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return buffer.readUtf8();
    }

    private static void write(JsonWriter json, Object value) throws IOException {
        if (value instanceof Map<?, ?> fields) {
            json.beginObject();
            for (var field : fields.entrySet()) {
                json.name(String.valueOf(field.getKey()));
                write(json, field.getValue());
            }
            json.endObject();
        } else if (value instanceof List<?> items) {
            json.beginArray();
            for (var item : items) {
                write(json, item);
            }
            json.endArray();
        } else if (value instanceof Number number) {
            json.value(number);
        } else if (value instanceof Boolean truth) {
            json.value(truth.booleanValue());
        } else {
            json.value(String.valueOf(value));
        }
    }

    /** At most so many UTF-16 units, no pair cut in two; what is cut ends in a sign for it. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "\u2026";
    }
}
