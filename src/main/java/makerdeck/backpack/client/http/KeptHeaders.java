package makerdeck.backpack.client.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.Response;

/** The headers of an answer that say something about time, limits, pages and caches: of no others anything is kept. */
final class KeptHeaders {

    private static final Set<String> NAMES = Set.of(
            "age",
            "cache-control",
            "content-type",
            "date",
            "retry-after",
            "server",
            "x-cache",
            "x-page-count",
            "x-current-page",
            "x-page-size",
            "x-total");

    private KeptHeaders() {}

    /** By name, in lower case. */
    static Map<String, List<String>> of(Response response) {
        var kept = new TreeMap<String, List<String>>();
        for (var name : response.headers().names()) {
            var lower = name.toLowerCase(Locale.ROOT);
            if (NAMES.contains(lower) || lower.startsWith("ratelimit") || lower.startsWith("x-ratelimit")) {
                kept.put(lower, response.headers(name));
            }
        }
        return kept;
    }
}
