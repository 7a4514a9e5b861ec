package makerdeck.backpack.server.session;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.session.JsonTree;
import makerdeck.backpack.wire.session.SessionEntry;
import makerdeck.backpack.wire.session.WireEvent;
import org.jspecify.annotations.Nullable;

/**
 * What was asked in the session, and answered. The same call is the same method, path, query and body; the order of
 * parameters and members makes no difference, nor from when something is asked for. Immutable once read.
 */
final class CapturedCalls {

    /** Parameters that follow the clock of whoever asks. */
    private static final Set<String> OF_THE_CLOCK = Set.of("from", "to", "startTime", "endTime");

    /** One call. @param answer null when none came that could be read */
    record Call(WireEvent.Asked asked, long askedAt, long endedAt, WireEvent.@Nullable Answered answer) {}

    private final Map<String, List<Call>> byKey = new HashMap<>();
    private final List<Call> inOrder = new ArrayList<>();

    static CapturedCalls of(Iterator<SessionEntry> session) {
        var open = new HashMap<Long, SessionEntry>();
        var calls = new CapturedCalls();
        while (session.hasNext()) {
            var entry = session.next();
            if (entry.event() instanceof WireEvent.Asked asked) {
                open.put(asked.call(), entry);
            } else if (entry.event() instanceof WireEvent.Answered answered) {
                calls.ended(open.remove(answered.call()), entry, answered);
            } else if (entry.event() instanceof WireEvent.Unanswered unanswered) {
                calls.ended(open.remove(unanswered.call()), entry, null);
            }
        }
        return calls;
    }

    private void ended(@Nullable SessionEntry question, SessionEntry end, WireEvent.@Nullable Answered answer) {
        if (question != null && question.event() instanceof WireEvent.Asked asked) {
            var call = new Call(asked, question.nanos(), end.nanos(), answer);
            inOrder.add(call);
            byKey.computeIfAbsent(
                            key(asked.method(), asked.path(), asked.query(), asked.body()), key -> new ArrayList<>())
                    .add(call);
        }
    }

    /** What names a call. */
    static String key(String method, String path, String query, @Nullable String body) {
        var parameters = Stream.of(query.split("&", -1))
                .filter(each -> !OF_THE_CLOCK.contains(each.replaceAll("=.*", "")))
                .map(each -> URLDecoder.decode(each.replace("+", "%2B"), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
        return method + " " + path + "?" + parameters + " " + (body == null || body.isEmpty() ? "" : normal(body));
    }

    private static String normal(String body) {
        try {
            return JsonTree.write(JsonTree.sorted(JsonTree.read(body)));
        } catch (MalformedMessageException noJson) {
            return body;
        }
    }

    /** The latest of the same calls up to then; the first one when there was none yet. */
    Optional<Call> at(String key, long now) {
        var same = byKey.getOrDefault(key, List.of());
        Call latest = null;
        for (var call : same) {
            if (latest == null || call.askedAt() <= now) {
                latest = call;
            }
        }
        return Optional.ofNullable(latest);
    }

    /** Those of a method and a path, in their order. */
    List<Call> all(String method, String path) {
        return inOrder.stream()
                .filter(call -> call.asked().method().equals(method)
                        && call.asked().path().equals(path))
                .toList();
    }
}
