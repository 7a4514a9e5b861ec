package makerdeck.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.junit.jupiter.api.Test;

class SpeechTest {

    private static final Speech ENGLISH = new Speech(Language.ENGLISH);
    private static final Speech CHINESE = new Speech(Language.TRADITIONAL_CHINESE);

    @Test
    void oneMessageIsSaidInTheLanguageThatIsAsked() {
        var message = Message.of("text.too-long", 80);

        assertEquals("longer than 80 bytes", ENGLISH.say(message));
        assertEquals("超過 80 位元組", CHINESE.say(message).replace("  ", " "));
    }

    @Test
    void whatIsInsideSpeaksTheSameLanguage() {
        var inner = Message.of("text.no-key");
        var outer = Message.of("text.refusal", "my.properties", 3, inner);

        assertEquals("my.properties:3: no key", ENGLISH.say(outer));
        assertEquals("my.properties:3：" + CHINESE.say(inner), CHINESE.say(outer));
    }

    @Test
    void valuesStayWhatTheyAreButForWhatATerminalWouldObey() {
        assertEquals("{1}:1: ?[2J", ENGLISH.say(Message.of("text.refusal", "{1}", 1, "\u001b[2J")));
    }

    @Test
    void aFailureSaysItsMessageOrItsOwnText() {
        assertEquals("no key", ENGLISH.say(new MistakeException(Message.of("text.no-key"))));
        assertEquals("a bug", ENGLISH.say(new IllegalStateException("a bug")));
    }

    @Test
    void whereThereIsNothingToSayItSaysNothingAndWhereTextIsMissingItsKey() {
        assertEquals("", ENGLISH.say((Message) null));
        assertEquals("settings.nobody.says.this", ENGLISH.say("settings.nobody.says.this"));
        assertEquals("nowhere.to.be.found", ENGLISH.say("nowhere.to.be.found", 1));
    }

    /** Measured as nothing, and as 390 bytes while its bundle was looked up each time. */
    @Test
    void aTextThatWasSaidIsNotLookedUpAgain() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = 0;
        for (int time = 0; time < 2_000; time++) {
            if (time == 1_000) {
                before = threads.getThreadAllocatedBytes(thread);
            }
            ENGLISH.say("text.no-key");
        }

        assertTrue((threads.getThreadAllocatedBytes(thread) - before) / 1_000 < 100);
    }
}
