package makerdeck.notify.sink;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import makerdeck.message.Message;
import makerdeck.text.PlainText;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What an HTTP answer to a note means. Pure. */
final class Answers {

    /** The note itself cannot be taken: another one may. */
    private static final Set<Integer> ABOUT_THE_NOTE = Set.of(400, 413, 415, 422);

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final BigDecimal THOUSAND = new BigDecimal("1000");
    private static final int MOST_WORDS = 120;

    private Answers() {}

    /** @param secrets what must not be repeated, should the other side say it */
    static Verdict verdict(Web.Answer answer, Set<String> secrets) {
        if (answer.isGood()) {
            return new Verdict.Delivered(pause(answer));
        }
        var why = words(answer, secrets);
        if (answer.status() == 429 || answer.status() == 503) {
            return new Verdict.Again(why, retryAfter(answer));
        }
        return ABOUT_THE_NOTE.contains(answer.status()) ? new Verdict.Refused(why) : Verdict.again(why);
    }

    /** Discord's: nothing is left of what may be sent until then. */
    private static Duration pause(Web.Answer answer) {
        return "0".equals(answer.headers().get("X-RateLimit-Remaining"))
                ? seconds(answer.headers().get("X-RateLimit-Reset-After"))
                : Duration.ZERO;
    }

    /** The header's, else that of Telegram's or Discord's body; whole seconds or a fraction. */
    private static Duration retryAfter(Web.Answer answer) {
        var header = seconds(answer.headers().get("Retry-After"));
        if (!header.isZero()) {
            return header;
        }
        var told = root(answer.body());
        var inner = told.get("parameters") instanceof Map<?, ?> parameters
                ? parameters.get("retry_after")
                : told.get("retry_after");
        return inner == null ? Duration.ZERO : seconds(String.valueOf(inner));
    }

    private static Duration seconds(@Nullable String text) {
        if (text == null) {
            return Duration.ZERO;
        }
        try {
            var millis = new BigDecimal(text.strip()).multiply(THOUSAND);
            if (millis.signum() <= 0) {
                return Duration.ZERO;
            }
            return Duration.ofMillis(
                    millis.min(new BigDecimal(LONGEST.toMillis())).longValue());
        } catch (NumberFormatException aDate) {
            return Duration.ZERO;
        }
    }

    private static Message words(Web.Answer answer, Set<String> secrets) {
        if (answer.status() >= 300 && answer.status() < 400) {
            return Message.of("notify.web.redirect", answer.status());
        }
        var told = root(answer.body());
        for (var name : new String[] {"description", "error", "message"}) {
            if (told.get(name) instanceof String said && !said.isBlank()) {
                return Message.of("notify.web.status-because", answer.status(), harmless(said, secrets));
            }
        }
        return Message.of("notify.web.status", answer.status());
    }

    private static String harmless(String said, Set<String> secrets) {
        var plain = PlainText.line(said);
        for (var secret : secrets) {
            plain = plain.replace(secret, "***");
        }
        return plain.length() > MOST_WORDS ? plain.substring(0, MOST_WORDS) : plain;
    }

    /** Empty when it is no JSON object. */
    static Map<?, ?> root(String body) {
        try (var json = JsonReader.of(new Buffer().writeUtf8(body))) {
            return json.readJsonValue() instanceof Map<?, ?> map ? map : Map.of();
        } catch (IOException | JsonDataException none) {
            return Map.of();
        }
    }
}
