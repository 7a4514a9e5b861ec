package makerdeck.notify.sink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makerdeck.notify.model.Note;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * ntfy, of ntfy.sh or a server of one's own: a message is published as JSON to the server's root. Longer ones than 4096
 * bytes would become files.
 */
public final class NtfySink implements Sink {

    /** In UTF-16 units, of which none takes more than three bytes. */
    private static final int LONGEST = 1300;

    private final Web web;
    private final HttpUrl server;
    private final String topic;
    private final @Nullable String token;

    /** @param topic a secret, for whoever knows it may read and write; {@code token} null when the server asks for none */
    public NtfySink(Web web, HttpUrl server, String topic, @Nullable String token) {
        this.web = web;
        this.server = server;
        this.topic = topic;
        this.token = token;
    }

    @Override
    public Verdict deliver(Note note) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("topic", topic);
        fields.put("title", note.title());
        fields.put("message", Fields.cut(note.text(), LONGEST));
        fields.put("priority", priority(note));
        fields.put("tags", List.of(tag(note)));
        try {
            return Answers.verdict(
                    web.post(server, Fields.text(fields), token), token == null ? Set.of(topic) : Set.of(topic, token));
        } catch (Web.NoAnswerException none) {
            return Verdict.again(none.said());
        }
    }

    /** 1 to 5; 5 rings through, 3 is the usual. */
    private static int priority(Note note) {
        if (note.kind() != Note.Kind.ALERT) {
            return 3;
        }
        return switch (note.level()) {
            case CRITICAL -> 5;
            case WARN -> 4;
            case INFO -> 3;
        };
    }

    private static String tag(Note note) {
        var tags = Map.of(
                Note.Kind.RECOVERED, "white_check_mark",
                Note.Kind.SUMMARY, "bar_chart",
                Note.Kind.TEST, "test_tube",
                Note.Kind.STATE, "information_source");
        var otherwise =
                switch (note.level()) {
                    case CRITICAL -> "rotating_light";
                    case WARN -> "warning";
                    case INFO -> "information_source";
                };
        return tags.getOrDefault(note.kind(), otherwise);
    }
}
