package makerdeck.backpack.wire.session;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import makerdeck.backpack.wire.MalformedMessageException;
import okio.Buffer;

/**
 * A line of a captured session.
 *
 * @param nanos monotonic, since the session began
 * @param at wall time
 */
public record SessionEntry(long nanos, Instant at, WireEvent event) {

    /** As one line of JSON, without its end. */
    public String line() {
        var buffer = new Buffer();
        try {
            var json = JsonWriter.of(buffer);
            json.beginObject().name("t").value(nanos).name("at").value(at.toString());
            write(json, event);
            json.endObject();
        } catch (IOException impossible) {
            throw new IllegalStateException("a buffer in memory failed", impossible);
        }
        return buffer.readUtf8();
    }

    private static void write(JsonWriter json, WireEvent event) throws IOException {
        if (event instanceof WireEvent.Heard heard) {
            of(json, "heard").name("socket").value(heard.socket()).name("frame").value(heard.frame());
        } else if (event instanceof WireEvent.Told told) {
            of(json, "told").name("socket").value(told.socket()).name("frame").value(told.frame());
        } else if (event instanceof WireEvent.Asked asked) {
            of(json, "asked").name("call").value(asked.call());
            json.name("method").value(asked.method()).name("path").value(asked.path());
            json.name("query").value(asked.query()).name("body").value(asked.body());
        } else if (event instanceof WireEvent.Answered answered) {
            of(json, "answered").name("call").value(answered.call());
            json.name("status").value(answered.status()).name("headers").jsonValue(answered.headers());
            json.name("body").value(answered.body());
        } else if (event instanceof WireEvent.Unanswered unanswered) {
            of(json, "unanswered").name("call").value(unanswered.call());
            json.name("why").value(unanswered.why());
        } else if (event instanceof WireEvent.Connected connected) {
            of(json, "connected").name("socket").value(connected.socket());
        } else if (event instanceof WireEvent.Disconnected gone) {
            of(json, "disconnected").name("socket").value(gone.socket());
            json.name("code").value(gone.code()).name("why").value(gone.why());
        } else if (event instanceof WireEvent.Gap gap) {
            of(json, "gap").name("missing").value(gap.missing()).name("why").value(gap.why());
        } else if (event instanceof WireEvent.Began began) {
            of(json, "began").name("about").jsonValue(began.about());
        } else {
            of(json, "ended");
        }
    }

    private static JsonWriter of(JsonWriter json, String event) throws IOException {
        return json.name("event").value(event);
    }

    /** The line read again. Throws {@link MalformedMessageException} for one that is cut or is none. */
    public static SessionEntry read(String line) throws MalformedMessageException {
        try {
            var fields = new Fields(
                    (Map<?, ?>) JsonReader.of(new Buffer().writeUtf8(line)).readJsonValue());
            return new SessionEntry(fields.number("t"), Instant.parse(fields.text("at")), event(fields));
        } catch (IOException | RuntimeException broken) {
            throw new MalformedMessageException("not a line of a session", broken);
        }
    }

    private static WireEvent event(Fields of) {
        return switch (of.text("event")) {
            case "heard" -> new WireEvent.Heard((int) of.number("socket"), of.text("frame"));
            case "told" -> new WireEvent.Told((int) of.number("socket"), of.text("frame"));
            case "asked" ->
                new WireEvent.Asked(
                        of.number("call"),
                        of.text("method"),
                        of.text("path"),
                        of.text("query"),
                        of.names.get("body") == null ? null : of.text("body"),
                        null);
            case "answered" ->
                new WireEvent.Answered(of.number("call"), (int) of.number("status"), of.headers(), of.text("body"));
            case "unanswered" -> new WireEvent.Unanswered(of.number("call"), of.text("why"));
            case "connected" -> new WireEvent.Connected((int) of.number("socket"));
            case "disconnected" ->
                new WireEvent.Disconnected((int) of.number("socket"), (int) of.number("code"), of.text("why"));
            case "gap" -> new WireEvent.Gap(of.number("missing"), of.text("why"));
            case "began" -> new WireEvent.Began(of.about());
            case "ended" -> new WireEvent.Ended();
            default -> throw new DateTimeException("unknown event");
        };
    }

    /** What stands in a line; asking for what does not is an error that the reader knows. */
    private record Fields(Map<?, ?> names) {

        String text(String name) {
            return (String) java.util.Objects.requireNonNull(names.get(name));
        }

        long number(String name) {
            return ((Number) java.util.Objects.requireNonNull(names.get(name))).longValue();
        }

        Map<String, String> about() {
            var about = new java.util.HashMap<String, String>();
            ((Map<?, ?>) java.util.Objects.requireNonNull(names.get("about")))
                    .forEach((name, value) -> about.put((String) name, (String) value));
            return about;
        }

        Map<String, List<String>> headers() {
            var headers = new java.util.HashMap<String, List<String>>();
            ((Map<?, ?>) java.util.Objects.requireNonNull(names.get("headers")))
                    .forEach((name, values) -> headers.put(
                            (String) name,
                            ((List<?>) values).stream().map(String.class::cast).toList()));
            return headers;
        }
    }
}
