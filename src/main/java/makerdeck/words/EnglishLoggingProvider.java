package makerdeck.words;

import java.util.Arrays;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;
import org.tinylog.Level;
import org.tinylog.core.TinylogLoggingProvider;
import org.tinylog.format.MessageFormatter;

/**
 * The log in English, whatever the operator reads: each {@link Message} among what is logged is said in it. Made by
 * tinylog, by the name {@code english}. Any thread.
 */
public final class EnglishLoggingProvider extends TinylogLoggingProvider {

    private static final Speech ENGLISH = new Speech(Language.ENGLISH);

    @Override
    public void log(
            int depth,
            @Nullable String tag,
            Level level,
            @Nullable Throwable exception,
            @Nullable MessageFormatter formatter,
            @Nullable Object text,
            @Nullable Object @Nullable ... values) {
        super.log(depth + 1, tag, level, exception, formatter, said(text), said(values));
    }

    @Override
    public void log(
            @Nullable String logger,
            @Nullable String tag,
            Level level,
            @Nullable Throwable exception,
            @Nullable MessageFormatter formatter,
            @Nullable Object text,
            @Nullable Object @Nullable ... values) {
        super.log(logger, tag, level, exception, formatter, said(text), said(values));
    }

    private static @Nullable Object @Nullable [] said(@Nullable Object @Nullable [] values) {
        return values == null
                ? null
                : Arrays.stream(values).map(EnglishLoggingProvider::said).toArray();
    }

    private static @Nullable Object said(@Nullable Object value) {
        return value instanceof Message message ? ENGLISH.say(message) : value;
    }
}
