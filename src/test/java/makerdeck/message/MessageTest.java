package makerdeck.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.words.Language;
import makerdeck.words.Speech;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void valuesAreTextsAndNumbersAndNothingThatMayChange() {
        assertEquals(
                List.of("a/b", "null", 3L, 4L, new BigDecimal("0.10")),
                Message.of("k", Path.of("a/b"), null, 3, 4L, new BigDecimal("0.10"))
                        .values());
        assertThrows(IllegalArgumentException.class, () -> new Message("k", List.of(Map.of())));
        var values = new ArrayList<Object>(List.of("a"));
        var message = new Message("k", values);
        values.set(0, "b");
        assertEquals(List.of("a"), message.values());
    }

    @Test
    void aMistakeCarriesWhatIsToBeSaid() {
        var said = Message.of("text.no-key");

        assertEquals(said, new MistakeException(said).said());
        assertEquals("text.no-key", new MistakeException(said).getMessage());
    }

    @Test
    void itemsOfAListAreSaidOneAfterTheOther() {
        var english = new Speech(Language.ENGLISH);

        assertEquals("B1, B2, A1", english.say(Message.list(List.of("B1", "B2", "A1"))));
        assertEquals("a; a, b", english.say(Message.sequence(List.of("a", Message.list(List.of("a", "b"))))));
        assertEquals("", english.say(Message.list(List.of())));
    }

    @Test
    void isLikeWhatSaysTheSameOfTheSameThingInOtherFigures() {
        var four = Message.of("k", Message.of("inner", 4, "-0.5 %"), "SOL");

        assertTrue(four.isLike(Message.of("k", Message.of("inner", 5, "12 %"), "SOL")));
        assertFalse(four.isLike(Message.of("k", Message.of("inner", 4, "-0.5 %"), "USDC")));
        assertFalse(four.isLike(Message.of("k", Message.of("other", 4, "-0.5 %"), "SOL")));
        assertFalse(four.isLike(Message.of("k", "inner", "SOL")));
        assertFalse(four.isLike(Message.of("k", Message.of("inner", 4))));
    }

    @Test
    void aFailureThatKnowsNoMessageIsToldInItsOwnWords() {
        var said = Message.of("text.no-key");

        assertEquals(said, Message.about(new MistakeException(said)));
        assertEquals(Message.plain("no"), Message.about(new IOException("no")));
        assertEquals(Message.of("k.one", 1), Message.count("k", 1));
        assertEquals(Message.of("k.many", 2, "x"), Message.count("k", 2, "x"));
    }
}
