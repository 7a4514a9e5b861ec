package makerdeck.notify.sink;

import java.util.Set;
import makerdeck.notify.model.Note;
import makerdeck.notify.model.NoteJson;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Any server that takes a note as JSON by POST. */
public final class WebhookSink implements Sink {

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
            return Answers.verdict(
                    web.post(url, NoteJson.text(note), token),
                    token == null ? Set.of(url.toString()) : Set.of(url.toString(), token));
        } catch (Web.NoAnswerException none) {
            return Verdict.again(none.said());
        }
    }
}
