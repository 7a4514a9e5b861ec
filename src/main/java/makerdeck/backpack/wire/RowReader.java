package makerdeck.backpack.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import makerdeck.text.PlainText;
import okio.Buffer;

/** Reads an array element by element: what one of them lacks says nothing about the others. */
final class RowReader {

    /** No honest message has more members. */
    private static final int MOST_MEMBERS = 64;

    /** What is longer names nothing. */
    private static final int LONGEST_MEMBER = 64;

    private RowReader() {}

    static <T> List<Row<T>> read(JsonAdapter<T> adapter, String text) throws IOException {
        var reader = JsonReader.of(new Buffer().writeUtf8(text));
        var rows = new ArrayList<Row<T>>();
        reader.beginArray();
        while (reader.hasNext()) {
            rows.add(row(adapter, reader));
        }
        reader.endArray();
        if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
            throw new JsonDataException("something follows the list");
        }
        return rows;
    }

    /** A name that comes twice says nothing: which of the two would count? */
    static <T> Map<String, Row<T>> members(JsonAdapter<T> adapter, String text) throws IOException {
        var reader = JsonReader.of(new Buffer().writeUtf8(text));
        var rows = new HashMap<String, Row<T>>();
        reader.beginObject();
        while (reader.hasNext()) {
            var name = reader.nextName();
            var row = row(adapter, reader);
            if (rows.put(name, row) != null) {
                rows.put(name, new Row<>(null, Map.of(), "there are two"));
            }
        }
        reader.endObject();
        return rows;
    }

    private static <T> Row<T> row(JsonAdapter<T> adapter, JsonReader reader) throws IOException {
        var trouble = "null";
        try {
            var message = adapter.fromJson(reader.peekJson());
            if (message != null) {
                reader.skipValue();
                return Row.of(message);
            }
        } catch (JsonDataException odd) {
            trouble = PlainText.line(String.valueOf(odd.getMessage()));
        }
        var members = members(reader.peekJson());
        reader.skipValue();
        return new Row<>(null, members, trouble);
    }

    private static Map<String, String> members(JsonReader element) throws IOException {
        var members = new HashMap<String, String>();
        if (element.peek() != JsonReader.Token.BEGIN_OBJECT) {
            return members;
        }
        element.beginObject();
        while (element.hasNext() && members.size() < MOST_MEMBERS) {
            var name = element.nextName();
            switch (element.peek()) {
                case NULL -> element.skipValue();
                case STRING, NUMBER -> members.put(name, bounded(element.nextString()));
                default -> {
                    element.skipValue();
                    members.put(name, Row.UNREADABLE);
                }
            }
        }
        return members;
    }

    private static String bounded(String text) {
        return text.length() > LONGEST_MEMBER ? Row.UNREADABLE : PlainText.line(text);
    }
}
