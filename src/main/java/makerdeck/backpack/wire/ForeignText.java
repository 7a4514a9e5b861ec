package makerdeck.backpack.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import makerdeck.text.PlainText;
import org.jspecify.annotations.Nullable;

/** The door for every text of a message: behind it nothing can do harm on a screen, in a log or in a line of JSON. */
final class ForeignText extends JsonAdapter<String> {

    @Override
    public @Nullable String fromJson(JsonReader reader) throws IOException {
        return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : PlainText.line(reader.nextString());
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable String text) throws IOException {
        writer.value(text);
    }
}
