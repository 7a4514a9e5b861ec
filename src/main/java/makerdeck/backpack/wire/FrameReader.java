package makerdeck.backpack.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads a frame twice, because its data stands before the name that says what the data is. */
final class FrameReader {

    private static final JsonReader.Options NAMES = JsonReader.Options.of("data", "stream", "error");

    private final Moshi moshi;
    private final JsonAdapter<Frame.Problem> problems;

    FrameReader(Moshi moshi) {
        this.moshi = moshi;
        this.problems = moshi.adapter(Frame.Problem.class);
    }

    Frame read(String text) throws IOException {
        // Not peeked at: what two readers share is never given back to the pool of buffers.
        var buffer = new Buffer();
        try {
            var stream = stream(JsonReader.of(buffer.writeUtf8(text)));
            buffer.clear();
            return read(JsonReader.of(buffer.writeUtf8(text)), stream);
        } finally {
            buffer.clear();
        }
    }

    private Frame read(JsonReader reader, @Nullable String stream) throws IOException {
        var kind = stream == null ? null : kind(stream);
        StreamData data = null;
        Frame.Problem error = null;
        reader.beginObject();
        while (reader.hasNext()) {
            var name = reader.selectName(NAMES);
            if (name == 0 && kind != null) {
                data = moshi.adapter(kind).fromJson(reader);
            } else if (name == 2) {
                error = problems.fromJson(reader);
            } else {
                skip(reader, name);
            }
        }
        return new Frame(stream, data, error);
    }

    private static @Nullable String stream(JsonReader reader) throws IOException {
        String stream = null;
        reader.beginObject();
        while (reader.hasNext()) {
            var name = reader.selectName(NAMES);
            if (name == 1) {
                stream = reader.nextString();
            } else {
                skip(reader, name);
            }
        }
        return stream;
    }

    private static void skip(JsonReader reader, int name) throws IOException {
        if (name < 0) {
            reader.skipName();
        }
        reader.skipValue();
    }

    private static @Nullable Class<? extends StreamData> kind(String stream) {
        if (stream.startsWith("depth.")) {
            return StreamData.Depth.class;
        }
        if (stream.startsWith("bookTicker.")) {
            return StreamData.BookTicker.class;
        }
        if (stream.startsWith("account.orderUpdate")) {
            return OrderUpdate.class;
        }
        if (stream.startsWith("trade.")) {
            return StreamData.Trade.class;
        }
        if (stream.startsWith("kline.")) {
            return StreamData.Kline.class;
        }
        if (stream.startsWith("ticker.")) {
            return StreamData.Ticker.class;
        }
        return stream.equals("account.balanceUpdate") ? StreamData.BalanceUpdate.class : null;
    }
}
