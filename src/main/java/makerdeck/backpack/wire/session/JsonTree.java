package makerdeck.backpack.wire.session;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.backpack.wire.MalformedMessageException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, text, whole numbers and null, to change a member of a message that was captured. */
public final class JsonTree {

    private JsonTree() {}

    /** Throws {@link MalformedMessageException} for what is no JSON, or has a number too long to be honest. */
    public static @Nullable Object read(String text) throws MalformedMessageException {
        try {
            return read(JsonReader.of(new Buffer().writeUtf8(text)));
        } catch (IOException | RuntimeException broken) {
            throw new MalformedMessageException("no JSON", broken);
        }
    }

    private static @Nullable Object read(JsonReader json) throws IOException {
        switch (json.peek()) {
            case BEGIN_OBJECT -> {
                var members = new LinkedHashMap<String, @Nullable Object>();
                json.beginObject();
                while (json.hasNext()) {
                    members.put(json.nextName(), read(json));
                }
                json.endObject();
                return members;
            }
            case BEGIN_ARRAY -> {
                var rows = new ArrayList<@Nullable Object>();
                json.beginArray();
                while (json.hasNext()) {
                    rows.add(read(json));
                }
                json.endArray();
                return rows;
            }
            case NUMBER -> {
                return new BigDecimal(json.nextString());
            }
            case BOOLEAN -> {
                return json.nextBoolean();
            }
            case NULL -> {
                return json.<Object>nextNull();
            }
            default -> {
                return json.nextString();
            }
        }
    }

    public static String write(@Nullable Object tree) {
        var buffer = new Buffer();
        var json = JsonWriter.of(buffer);
        json.setSerializeNulls(true);
        try {
            write(json, tree);
        } catch (IOException impossible) {
            throw new IllegalStateException("a buffer in memory failed", impossible);
        }
        return buffer.readUtf8();
    }

    private static void write(JsonWriter json, @Nullable Object tree) throws IOException {
        if (tree instanceof Map<?, ?> members) {
            json.beginObject();
            for (var each : members.entrySet()) {
                json.name(String.valueOf(each.getKey()));
                write(json, each.getValue());
            }
            json.endObject();
        } else if (tree instanceof List<?> rows) {
            json.beginArray();
            for (var each : rows) {
                write(json, each);
            }
            json.endArray();
        } else if (tree instanceof Number number) {
            json.value(number);
        } else if (tree instanceof Boolean flag) {
            json.value(flag);
        } else {
            json.value((String) tree);
        }
    }

    /** The members of an object; empty for anything else. */
    public static Map<String, @Nullable Object> members(@Nullable Object tree) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        if (tree instanceof Map<?, ?> all) {
            all.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        return members;
    }

    /** The objects of an array, or the one object that it is. */
    public static List<Map<String, @Nullable Object>> rows(@Nullable Object tree) {
        return tree instanceof List<?> rows
                ? rows.stream().map(JsonTree::members).toList()
                : tree instanceof Map<?, ?> ? List.of(members(tree)) : List.of();
    }

    /** A member as text, a number as it was spelt; empty for none. */
    public static Optional<String> text(Map<String, @Nullable Object> members, String name) {
        return Optional.ofNullable(members.get(name)).map(String::valueOf);
    }

    /** The same with members in the order of their names, so that equal objects are written equally. */
    public static @Nullable Object sorted(@Nullable Object tree) {
        if (tree instanceof Map<?, ?>) {
            var sorted = new LinkedHashMap<String, @Nullable Object>();
            members(tree).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(each -> sorted.put(each.getKey(), sorted(each.getValue())));
            return sorted;
        }
        return tree instanceof List<?> rows
                ? rows.stream().map(JsonTree::sorted).toList()
                : tree;
    }
}
