package makerdeck.backpack.wire;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import okio.Buffer;

/**
 * Messages to JSON text and back. Unknown members are skipped and missing ones are null; codes and
 * states stay text, so a new one breaks nothing. Any thread; never blocks.
 */
public final class Codec {

    private final Moshi moshi = new Moshi.Builder()
            .add(NullSpelling::create)
            .add(BatchRowAdapter::create)
            .add(String.class, new ForeignText())
            .add(Long.class, WholeNumber.LONG)
            .add(Integer.class, WholeNumber.INTEGER)
            .build();
    private final JsonAdapter<Object> anything = moshi.adapter(Object.class);
    private final FrameReader frames = new FrameReader(moshi);
    private final PlainFrames plain = new PlainFrames();

    /** One message of the given kind. */
    public <T> T decode(Class<T> kind, String text) throws MalformedMessageException {
        return this.<T>read(kind, text);
    }

    /** An array of messages of the given kind. */
    public <T> List<T> decodeList(Class<T> kind, String text) throws MalformedMessageException {
        return this.<List<T>>read(Types.newParameterizedType(List.class, kind), text);
    }

    /** An array of messages of the given kind, each read by itself; throws only when it is no array. */
    public <T> List<Row<T>> decodeRows(Class<T> kind, String text) throws MalformedMessageException {
        try {
            return RowReader.read(moshi.adapter(kind), LongNumbers.without(text));
        } catch (IOException | JsonDataException e) {
            throw new MalformedMessageException("not a list", e);
        }
    }

    /** Messages of the given kind by name, each read by itself; throws only when it is no object. */
    public <T> Map<String, Row<T>> decodeMembers(Class<T> kind, String text) throws MalformedMessageException {
        try {
            return RowReader.members(moshi.adapter(kind), LongNumbers.without(text));
        } catch (IOException | JsonDataException e) {
            throw new MalformedMessageException("not an object", e);
        }
    }

    /** Messages of the given kind by name, such as balances by asset. */
    public <T> Map<String, T> decodeMap(Class<T> kind, String text) throws MalformedMessageException {
        return this.<Map<String, T>>read(Types.newParameterizedType(Map.class, String.class, kind), text);
    }

    /** A frame from the venue's socket: data of a stream, or an error. */
    public Frame decodeFrame(String text) throws MalformedMessageException {
        var frame = plain.read(text);
        if (frame != null) {
            return frame;
        }
        try {
            return frames.read(LongNumbers.without(text));
        } catch (IOException | JsonDataException e) {
            throw new MalformedMessageException("not a frame", e);
        }
    }

    private <T> T read(Type type, String text) throws MalformedMessageException {
        try {
            var value = moshi.<T>adapter(type).fromJson(LongNumbers.without(text));
            if (value == null) {
                throw new JsonDataException("null");
            }
            return value;
        } catch (IOException | JsonDataException e) {
            throw new MalformedMessageException("not a " + type.getTypeName(), e);
        }
    }

    /** A REST answer: absent members are spelled {@code null}. Lists and maps of messages too. */
    public String encodeAnswer(Object message) {
        return anything.serializeNulls().toJson(message);
    }

    /** A request or a client's frame: absent members are left out. A list of messages too. */
    public String encodeRequest(Object message) {
        return anything.toJson(message);
    }

    /** A venue's frame: absent members are left out, but for the few the wire always spells. */
    public String encodeFrame(String stream, StreamData data) {
        var buffer = new Buffer();
        var writer = JsonWriter.of(buffer);
        try {
            writer.beginObject().name("data");
            anything.toJson(writer, data);
            writer.name("stream").value(stream).endObject();
        } catch (IOException e) {
            throw new IllegalStateException("a buffer in memory failed", e);
        }
        return buffer.readUtf8();
    }
}
