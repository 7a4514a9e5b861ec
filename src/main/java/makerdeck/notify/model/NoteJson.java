package makerdeck.notify.model;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import makerdeck.snapshot.Severity;
import okio.Buffer;

/** A note as one JSON object in one line: what webhooks and programs get, and what stands in the queue's file. */
public final class NoteJson {

    private NoteJson() {}

    /** All fields are texts, numbers too. */
    public static String text(Note note) {
        var buffer = new Buffer();
        try (var json = JsonWriter.of(buffer)) {
            json.beginObject();
            json.name("ts").value(note.at().toString());
            json.name("event").value(note.kind().word());
            json.name("number").value(Long.toString(note.number()));
            json.name("id").value(note.id());
            json.name("level").value(note.levelWord());
            json.name("desk").value(note.desk());
            json.name("venue").value(note.venue());
            json.name("mode").value(note.mode());
            json.name("title").value(note.title());
            json.name("text").value(note.text());
            json.name("count").value(Long.toString(note.count()));
            json.endObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return buffer.readUtf8();
    }

    /** Empty when it is none, as the last line of a file that a kill has cut. */
    public static Optional<Note> read(String line) {
        try {
            return Optional.of(note(fields(line)));
        } catch (IOException | JsonDataException | IllegalArgumentException | DateTimeException cut) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(String line) throws IOException {
        var fields = new HashMap<String, String>();
        try (var json = JsonReader.of(new Buffer().writeUtf8(line))) {
            json.beginObject();
            while (json.hasNext()) {
                fields.put(json.nextName(), json.nextString());
            }
            json.endObject();
        }
        return fields;
    }

    private static Note note(Map<String, String> fields) {
        return new Note(
                Long.parseLong(field(fields, "number")),
                Note.Kind.valueOf(field(fields, "event").toUpperCase(Locale.ROOT)),
                field(fields, "id"),
                Severity.valueOf(field(fields, "level").toUpperCase(Locale.ROOT)),
                Instant.parse(field(fields, "ts")),
                field(fields, "desk"),
                field(fields, "venue"),
                field(fields, "mode"),
                field(fields, "title"),
                field(fields, "text"),
                Long.parseLong(field(fields, "count")));
    }

    private static String field(Map<String, String> fields, String name) {
        var value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a note without " + name);
        }
        return value;
    }
}
