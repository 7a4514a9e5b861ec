package makerdeck.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import makerdeck.message.Message;
import org.junit.jupiter.api.Test;
import org.tinylog.format.MessageFormatter;
import org.tinylog.provider.ProviderRegistry;

/** Nobody reads another language in the log than whoever has to help. */
class EnglishLoggingProviderTest {

    /** Keeps what it is given in place of making a text of it. */
    private static final class Kept implements MessageFormatter {

        private final List<Object> values = new ArrayList<>();

        @Override
        public String format(String text, Object[] arguments) {
            values.addAll(List.of(arguments));
            return text;
        }
    }

    @Test
    void aMessageIsLoggedInEnglishWhateverTheOperatorReads() {
        var kept = new Kept();
        var provider = new EnglishLoggingProvider();
        try {
            provider.log(
                    1,
                    null,
                    org.tinylog.Level.ERROR,
                    null,
                    kept,
                    "left out: {} {}",
                    Message.of("program.file.missing", "/b"),
                    7);
        } finally {
            assertEquals(
                    EnglishLoggingProvider.class,
                    ProviderRegistry.getLoggingProvider().getClass());
        }

        assertEquals(List.of("/b is not there", 7), kept.values);
    }
}
