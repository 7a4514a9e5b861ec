package makerdeck.notify.sink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import makerdeck.notify.model.Note;
import okhttp3.HttpUrl;

/** A Discord channel's webhook. Nothing in a note rings for everybody or is taken for markup. */
public final class DiscordSink implements Sink {

    /** Of Discord's 2000. */
    private static final int LONGEST = 1900;

    private static final Pattern MARKUP = Pattern.compile("[\\\\*_~`|>#\\[\\]()<@-]");

    private final Web web;
    private final HttpUrl url;

    /** @param url a secret as a whole */
    public DiscordSink(Web web, HttpUrl url) {
        this.web = web;
        this.url = url;
    }

    @Override
    public Verdict deliver(Note note) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("content", Fields.cut("**" + plain(note.title()) + "**\n" + plain(note.text()), LONGEST));
        fields.put("allowed_mentions", Map.of("parse", List.of()));
        try {
            return Answers.verdict(web.post(url, Fields.text(fields), null), Set.of(url.toString(), last(url)));
        } catch (Web.NoAnswerException none) {
            return Verdict.again(none.said());
        }
    }

    private static String last(HttpUrl url) {
        return url.pathSegments().get(url.pathSize() - 1);
    }

    private static String plain(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$0");
    }
}
