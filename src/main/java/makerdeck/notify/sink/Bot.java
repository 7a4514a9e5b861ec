package makerdeck.notify.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What is asked of Telegram's Bot API. The token is a part of each address, so none is ever told. Any thread; blocks. */
public final class Bot {

    /** Where nobody is to be answered. */
    public static final long NO_CHAT = 0;

    private final Web web;
    private final HttpUrl api;
    private final String token;

    /** Something that was said to the bot. */
    public record Update(long id, long chat, Instant at, String text) {}

    /** @param api root of the Bot API, {@code token} a secret */
    public Bot(Web web, HttpUrl api, String token) {
        this.web = web;
        this.api = api;
        this.token = token;
    }

    /** @param soft without a sound */
    public Verdict say(long chat, String text, boolean soft) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("chat_id", chat);
        fields.put("text", text);
        fields.put("disable_notification", soft);
        fields.put("link_preview_options", Map.of("is_disabled", true));
        try {
            return Answers.verdict(web.post(method("sendMessage").build(), Fields.text(fields), null), Set.of(token));
        } catch (Web.NoAnswerException none) {
            return Verdict.again(none.said());
        }
    }

    /**
     * What was said since, once something was or the time is over.
     *
     * @param offset confirms all before it, 0 confirms nothing
     */
    public Web.Answer updates(long offset, Duration longPoll) throws Web.NoAnswerException {
        var url = method("getUpdates")
                .addQueryParameter("timeout", Long.toString(longPoll.toSeconds()))
                .addQueryParameter("allowed_updates", "[\"message\"]");
        if (offset > 0) {
            url.addQueryParameter("offset", Long.toString(offset));
        }
        return web.getPatiently(url.build(), longPoll);
    }

    /** Whether it is the Bot API's answer, and not a page of somebody between. */
    public boolean isRead(Web.Answer answer) {
        return Answers.root(answer.body()).get("result") instanceof List<?>;
    }

    /** The updates of an answer in their order; one without text or chat has an empty text and {@link #NO_CHAT}. */
    public List<Update> read(Web.Answer answer) {
        return Answers.root(answer.body()).get("result") instanceof List<?> rows
                ? rows.stream().map(Bot::update).filter(Objects::nonNull).toList()
                : List.of();
    }

    private static @Nullable Update update(Object row) {
        if (!(row instanceof Map<?, ?> fields) || !(fields.get("update_id") instanceof Number id)) {
            return null;
        }
        var message = fields.get("message") instanceof Map<?, ?> told ? told : Map.of();
        var chat = message.get("chat") instanceof Map<?, ?> its && its.get("id") instanceof Number number
                ? number.longValue()
                : NO_CHAT;
        var at = message.get("date") instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : Instant.EPOCH;
        var text = message.get("text") instanceof String words ? words : "";
        return new Update(id.longValue(), chat, at, text);
    }

    private HttpUrl.Builder method(String name) {
        return api.newBuilder().addPathSegment("bot" + token).addPathSegment(name);
    }
}
