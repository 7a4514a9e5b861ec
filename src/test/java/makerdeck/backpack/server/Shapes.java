package makerdeck.backpack.server;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** JSON as maps and lists, and which members it has. */
public final class Shapes {

    private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

    private Shapes() {}

    public static Object parse(String json) {
        try {
            return Objects.requireNonNull(JSON.fromJson(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(String json) {
        return (Map<String, Object>) parse(json);
    }

    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> rows(String json) {
        return (List<Map<String, Object>>) parse(json);
    }

    static int size(@Nullable Object list) {
        return list instanceof List<?> rows ? rows.size() : -1;
    }

    /** Paths of all members; the first row stands for all. */
    public static List<String> members(Object json) {
        var found = new TreeSet<String>();
        collect("", json, found);
        return new ArrayList<>(found);
    }

    private static void collect(String path, Object json, TreeSet<String> found) {
        if (json instanceof Map<?, ?> object) {
            object.forEach((name, value) -> {
                found.add(path + "/" + name);
                if (value != null) {
                    collect(path + "/" + name, value, found);
                }
            });
        } else if (json instanceof List<?> rows && !rows.isEmpty() && rows.get(0) != null) {
            collect(path + "[]", rows.get(0), found);
        }
    }

    /** A recorded message; the test is skipped where recordings are absent. */
    public static String recorded(String file) {
        var path = Path.of(System.getProperty("shared", "../shared"), "backpack", file);
        Assumptions.assumeTrue(Files.exists(path), "no recording at " + path);
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
