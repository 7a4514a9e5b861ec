package makerdeck.notify.sink;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import makerdeck.notify.model.Note;
import makerdeck.notify.model.NoteJson;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Any server that takes a note as JSON by POST. */
public final class WebhookSink implements Sink {

    /** What is shorter is no token, and could be any word. */
    private static final int SHORTEST = 8;

    private final Web web;
    private final HttpUrl url;
    private final @Nullable String token;

    /** @param token sent as bearer, null for none */
    public WebhookSink(Web web, HttpUrl url, @Nullable String token) {
        this.web = web;
        this.url = url;
        this.token = token;
    }

    @Override
    public Verdict deliver(Note note) {
        try {
            return Answers.verdict(web.post(url, NoteJson.text(note), token), secrets());
        } catch (Web.NoAnswerException none) {
            return Verdict.again(none.said());
        }
    }

    /** A server that complains may quote any part of the address, and a part of it can be a token. */
    private Set<String> secrets() {
        var secrets = new TreeSet<String>(
                Comparator.comparingInt(String::length).reversed().thenComparing(text -> text));
        secrets.add(url.toString());
        secrets.addAll(url.pathSegments());
        secrets.addAll(url.encodedPathSegments());
        for (int i = 0; i < url.querySize(); i++) {
            secrets.add(String.valueOf(url.queryParameterValue(i)));
        }
        if (url.encodedQuery() != null) {
            secrets.addAll(List.of(url.encodedQuery().split("[=&]")));
        }
        if (token != null) {
            secrets.add(token);
        }
        secrets.removeIf(text -> text.length() < SHORTEST);
        return secrets;
    }
}
