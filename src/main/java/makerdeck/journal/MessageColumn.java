package makerdeck.journal;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import makerdeck.message.Message;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** How a message stands in the journal: {@code ["engine.evidence.no-answer",10]}, the same in every language. */
final class MessageColumn {

    private MessageColumn() {}

    /** Empty where nothing is said. */
    static String of(@Nullable Message message) {
        if (message == null) {
            return "";
        }
        var text = new Buffer();
        try (var json = JsonWriter.of(text)) {
            write(json, message);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a buffer cannot fail", impossible);
        }
        return text.readUtf8();
    }

    private static void write(JsonWriter json, Message message) throws IOException {
        json.beginArray().value(message.key());
        for (var value : message.values()) {
            if (value instanceof Message inner) {
                write(json, inner);
            } else if (value instanceof Number number) {
                json.value(number);
            } else {
                json.value(value.toString());
            }
        }
        json.endArray();
    }
}
