package makerdeck.backpack.server.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What is answered.
 *
 * @param status 0 when nothing is and the connection breaks
 * @param after how long the answer takes
 */
record Reply(int status, Map<String, List<String>> headers, String body, Duration after) {

    private static final Map<String, List<String>> JSON =
            Map.of("content-type", List.of("application/json; charset=utf-8"));
    private static final Map<String, List<String>> TEXT = Map.of("content-type", List.of("text/plain; charset=utf-8"));

    static Reply json(int status, String body, Duration after) {
        return new Reply(status, JSON, body, after);
    }

    static Reply text(String body) {
        return new Reply(200, TEXT, body, Duration.ZERO);
    }

    static Reply error(int status, String code, String message) {
        return json(status, "{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}", Duration.ZERO);
    }

    static Reply broken(Duration after) {
        return new Reply(0, Map.of(), "", after);
    }
}
