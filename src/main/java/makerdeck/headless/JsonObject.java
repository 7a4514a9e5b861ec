package makerdeck.headless;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import makerdeck.text.PlainText;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Fields in the order they were added, as one JSON object without line breaks. Names none of them itself. */
final class JsonObject {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /** A text or a number, null when it is not known. */
    void add(String name, @Nullable String value) {
        fields.put(name, value);
    }

    void add(String name, boolean truth) {
        fields.put(name, truth);
    }

    /** What each field says, without quotation marks. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> values.put(name, String.valueOf(value)));
        return values;
    }

    /** The fields of one that was written here; what is no text is spelt, what is not known is left out. */
    static Map<String, String> read(String line) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        try (var json = JsonReader.of(new Buffer().writeUtf8(line))) {
            json.beginObject();
            while (json.hasNext()) {
                var name = json.nextName();
                var value = json.readJsonValue();
                if (value != null) {
                    fields.put(name, value.toString());
                }
            }
            json.endObject();
            return fields;
        } catch (JsonDataException odd) {
            throw new IOException(odd);
        }
    }

    String text() {
        var buffer = new Buffer();
        try (var json = JsonWriter.of(buffer)) {
            json.beginObject();
            json.setSerializeNulls(true);
            for (var field : fields.entrySet()) {
                json.name(field.getKey());
                if (field.getValue() instanceof Boolean truth) {
                    json.value(truth.booleanValue());
                } else {
                    json.value((String) field.getValue());
                }
            }
            json.endObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return PlainText.escaped(buffer.readUtf8());
    }
}
