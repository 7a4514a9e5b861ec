package makerdeck.headless;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.Happening;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** One JSON object without line breaks: {@code ts}, {@code event}, then the event's own fields; decimals are strings. */
final class JsonLine {

    private JsonLine() {}

    static String of(Happening happening) {
        var fields = happening.fields();
        if (fields.isEmpty()) {
            fields = Map.of("level", happening.severity().name().toLowerCase(Locale.ROOT), "text", happening.text());
        }
        return object(happening.at(), happening.kind().name().toLowerCase(Locale.ROOT), fields);
    }

    /** The regular sign of life; ages are in milliseconds, counted from {@code now}. */
    static String status(DeskSnapshot desk, Instant now) {
        var writer = new Fields();
        writer.add("state", desk.state().name());
        var bid = desk.book().bids();
        var ask = desk.book().asks();
        var market = desk.market();
        if (market != null && !bid.isEmpty() && !ask.isEmpty()) {
            writer.add("mid", market.mid(bid.get(0).price(), ask.get(0).price()).toPlainString());
        }
        var quoting = desk.quoting();
        writer.add("spread", quoting.spread() == null ? null : quoting.spread().toPlainString());
        writer.add("spreadReason", quoting.spreadReason());
        var inventory = desk.inventory();
        writer.add("ratio", inventory == null ? null : inventory.ratio().toPlainString());
        writer.add("pnl", desk.totals().pnl().toPlainString());
        writer.add(
                "openOrders",
                Long.toString(desk.orders().stream()
                        .filter(order -> !order.tag().startsWith("X"))
                        .count()));
        writer.add("dataAgeMs", age(desk.health().lastFrameAt(), now));
        var roundTrip = desk.health().roundTrip();
        writer.add("rttMs", roundTrip == null ? null : Long.toString(roundTrip.toMillis()));
        return object(now, "status", writer.values);
    }

    /** The answer to a line that never reached the desk. */
    static String answer(Instant at, String line, boolean ok, String result) {
        var writer = new Fields();
        writer.add("line", line);
        writer.add("result", result);
        writer.add("ok", Boolean.toString(ok));
        return object(at, "command", writer.values);
    }

    private static @Nullable String age(@Nullable Instant since, Instant now) {
        return since == null ? null : Long.toString(Math.max(0, now.toEpochMilli() - since.toEpochMilli()));
    }

    private static String object(Instant at, String event, Map<String, String> fields) {
        var buffer = new Buffer();
        try (var json = JsonWriter.of(buffer)) {
            json.beginObject().name("ts").value(at.toString()).name("event").value(event);
            for (var field : fields.entrySet()) {
                json.name(field.getKey()).value(field.getValue());
            }
            json.endObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a buffer in memory failed", impossible);
        }
        return buffer.readUtf8();
    }

    /** Fields in order; unknown values are left out. */
    private static final class Fields {
        private final Map<String, String> values = new LinkedHashMap<>();

        void add(String name, @Nullable String value) {
            if (value != null) {
                values.put(name, value);
            }
        }
    }
}
