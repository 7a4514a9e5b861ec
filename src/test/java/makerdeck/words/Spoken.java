package makerdeck.words;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** The languages for tests that read what is said. */
public final class Spoken {

    public static final Speech ENGLISH = new Speech(Language.ENGLISH);
    public static final Speech CHINESE = new Speech(Language.TRADITIONAL_CHINESE);

    private Spoken() {}

    /** In English; empty where nothing is said. */
    public static String english(@Nullable Message message) {
        return ENGLISH.say(message);
    }

    public static String english(Optional<Message> message) {
        return ENGLISH.say(message.orElse(null));
    }

    public static List<String> english(Collection<Message> messages) {
        return messages.stream().map(ENGLISH::say).toList();
    }
}
